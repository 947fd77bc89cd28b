"""The pages of the dashboard and nothing else."""

import streamlit as st

st.set_page_config(page_title="kiemdiem", page_icon="📊", layout="wide")
st.navigation(
    [
        st.Page("views/overview.py", title="Tổng quan", url_path="tong-quan", default=True),
        st.Page("views/compare.py", title="So sánh", url_path="so-sanh"),
        st.Page("views/reader.py", title="Tài liệu", url_path="tai-lieu"),
        st.Page("views/records.py", title="Bản ghi", url_path="ban-ghi"),
    ]
).run()
