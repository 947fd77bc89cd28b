"""The commands of `kiemdiem`, one module each, with `add_parser(commands)`."""
