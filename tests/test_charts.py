"""Charts say what the frame says, cut no name, and open the records of a bar."""

import pandas as pd
import pytest

from dashboards import charts

_LONG = "Đảng bộ Trung tâm\nKiểm soát bệnh tật\ntỉnh"


def _frame() -> pd.DataFrame:
    rows = [
        ("Đảng bộ Sở", 0, "met", "Đạt", 3, "?trang=ban-ghi&phan_loai=met", "Đảng bộ Sở"),
        ("Đảng bộ Sở", 0, "missed", "Chưa đạt", 5, "?trang=ban-ghi", "Đảng bộ Sở"),
        ("Đảng bộ Trung tâm", 1, "met", "Đạt", 9, "?trang=ban-ghi", _LONG),
    ]
    return pd.DataFrame(
        rows, columns=["side", "order", "code", "words", "records", "href", "lines"]
    )


@pytest.mark.parametrize("chart", [charts.themes, charts.statuses])
@pytest.mark.parametrize("rows", [pytest.param(3, id="three rows"), pytest.param(1, id="one row")])
def test_chart_holds_every_row_and_opens_its_records(chart: object, rows: int) -> None:
    spec = chart(_frame()[:rows]).to_dict()  # type: ignore[operator]
    (held,) = spec["datasets"].values()
    assert [r["records"] for r in held] == [3, 5, 9][:rows]
    assert '"href"' in str(spec).replace("'", '"')


def test_panels_keep_the_order_of_the_columns_and_show_whole_names() -> None:
    column = charts.themes(_frame()).to_dict()["facet"]["column"]
    assert column["sort"] == ["Đảng bộ Sở", _LONG]
    assert column["header"]["labelExpr"] == r"split(datum.label, '\n')"


def test_weightiest_theme_stands_first_in_every_panel() -> None:
    layer = charts.themes(_frame()).to_dict()["spec"]["layer"][0]
    assert layer["encoding"]["y"]["sort"] == ["Đạt", "Chưa đạt"]


def test_results_keep_their_colours_when_one_is_absent() -> None:
    colour = charts.statuses(_frame()).to_dict()["encoding"]["color"]["scale"]
    assert colour["domain"] == ["Chưa đạt", "Đạt", "Vượt", "Chưa có kết luận"]
