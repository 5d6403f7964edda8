"""Templates compiled to code that does the same with fewer calls: a page asks for hundreds of values and pieces.

What Jinja2 writes for all its uses is more than these pages need: nothing is awaited, nothing is sandboxed, no function
in a template wants its context, and everything is escaped.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from keyword import iskeyword
from typing import Any

import markupsafe
from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape


def _escaped(text: str) -> str:
    return str(escape(text))


#: `escape` without the wrapping: markupsafe has that for itself; a version that has it no more costs time and no more.
escaped = getattr(markupsafe, "_escape_inner", _escaped)
#: What the code of a template may use besides what Jinja2 gives it.
_NAMES = f"from {__name__} import escaped, LeanMacro as Macro"
#: What stands for arguments that are not given, by their number.
_NOT_GIVEN = tuple((missing,) * number for number in range(10))


class LeanMacro(Macro):
    """A macro that is quickly called with nothing but arguments in their places."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - whatever a template hands on
        """The HTML that the macro makes. Raises TypeError for arguments that it does not take."""
        lacking = self._argument_count - len(args)
        if kwargs or lacking < 0 or self.caller or self.catch_kwargs or self.catch_varargs:
            return super().__call__(*args, **kwargs)
        return str.__new__(Markup, self._func(*args, *_NOT_GIVEN[lacking]))


class LeanCode(CodeGenerator):
    """Writes a value that is a plain text, an attribute, and a call without going through functions that ask more."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write a whole template."""
        super().visit_Template(node, frame)
        self.writeline(_NAMES)

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write how an attribute is read: of a name or its attributes, asking the environment only where it lacks."""
        if not _is_path(node.node):
            super().visit_Getattr(node, frame)
            return
        self.write("(a if (a := getattr(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing else environment.getattr(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}))")

    @optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write a call."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(given.key) for given in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        if (
            isinstance(node.node, nodes.Getattr)
            and isinstance(node.node.node, nodes.Const)
            and node.node.attr == "format"
        ):
            self.write(f"{node.node.node.value!r}.format(")
        else:
            self.visit(node.node, frame)
            self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        self.write("(escaped(v) if (k := type(v := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        self.write(")) is str else v if k is Markup else escape(v))")


class LeanEnvironment(Environment):
    """An environment whose templates all share its globals, and are compiled so."""

    code_generator_class = LeanCode

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template: those of all."""
        return {**self.globals, **d} if d else self.globals


def _is_path(node: nodes.Node) -> bool:
    """Say whether a value may be read twice at little cost: a name, or an attribute of one."""
    return isinstance(node, nodes.Name) or (isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name))
