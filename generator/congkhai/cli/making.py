"""The options of commands that make something: declared once, so that they read and work alike everywhere."""

from __future__ import annotations

import click

notices_option = click.option(
    "--notices/--no-notices", "with_notices", default=True, help="Có hoặc không tạo bản in PDF."
)
search_option = click.option(
    "--search/--no-search", "with_search", default=True, help="Có hoặc không lập chỉ mục tìm kiếm."
)
quiet_option = click.option("--quiet", is_flag=True, help="Chỉ báo khi có lỗi.")
