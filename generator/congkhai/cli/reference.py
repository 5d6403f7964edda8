"""`congkhai reference`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from congkhai.catalogue import phrase
from congkhai.cli.settings import Settings
from congkhai.publish.place import place
from congkhai.render.reference.pages import CommandHelp, Option, pages
from congkhai.render.reference.schema import editor_settings, schemas


@click.command("reference", short_help="Tạo lại trang tra cứu và lược đồ cho trình soạn thảo.")
@click.option("--docs/--no-docs", "with_docs", default=False, help="Tạo cả các trang tra cứu trong docs/tra-cuu.")
@click.pass_context
def command(context: click.Context, with_docs: bool) -> None:
    """Ghi lược đồ JSON vào site_config/schema và cấu hình trình soạn thảo, để gợi ý tên trường khi gõ."""
    settings: Settings = context.obj
    root = settings.root
    group = context.parent.command if context.parent else None
    files = {f"site_config/schema/{name}": data for name, data in schemas().items()}
    files[".vscode/settings.json"] = editor_settings()
    if with_docs and isinstance(group, click.Group):
        files |= {f"docs/tra-cuu/{name}": data for name, data in pages(describe(group)).items()}
    changed = sum(place(root / name, data) for name, data in files.items())
    click.echo(phrase("cli.reference", settings.language, files=len(files), changed=changed))


def describe(group: click.Group) -> Iterator[CommandHelp]:
    """Every command of a group as the reference pages show it."""
    context = click.Context(group, info_name="congkhai")
    yield CommandHelp("congkhai", "congkhai [LỰA CHỌN] LỆNH …", group.help or "", _options(group))
    yield from _described(group, context, "congkhai")


def _described(group: click.Group, context: click.Context, above: str) -> Iterator[CommandHelp]:
    """The commands of a group, each followed by its own."""
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if found is None:
            continue
        called = f"{above} {name}"
        arguments = " ".join(p.make_metavar(context) for p in found.params if isinstance(p, click.Argument))
        rest = "LỆNH …" if isinstance(found, click.Group) else arguments
        yield CommandHelp(called, f"{called} [LỰA CHỌN] {rest}".strip(), (found.help or "").strip(), _options(found))
        if isinstance(found, click.Group):
            yield from _described(found, click.Context(found, parent=context, info_name=name), called)


def _options(command: click.Command) -> tuple[Option, ...]:
    found = []
    for param in command.params:
        if isinstance(param, click.Option):
            names = ", ".join([*param.opts, *param.secondary_opts])
            choices = param.type.choices if isinstance(param.type, click.Choice) else ()
            value = "" if param.is_flag else " " + ("/".join(map(str, choices)) or "GIÁ_TRỊ")
            found.append(Option(names + value, param.help or ""))
    return tuple(found)
