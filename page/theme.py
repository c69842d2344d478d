"""How the page looks and behaves in the browser: its theme, style sheet and scripts.

Fonts are those on the reader's machine; none is fetched.
"""

from importlib.resources import files
from typing import Any

import gradio as gr

_SANS = ("Segoe UI", "Helvetica Neue", "Liberation Sans", "Arial", "sans-serif")
_MONO = ("Consolas", "Menlo", "Liberation Mono", "monospace")
_COLOURS = {
    "body_background_fill": ("#f7f5f0", "#14191a"),
    "body_text_color": ("#1d2526", "#e8ebe9"),
    "body_text_color_subdued": ("#4d5859", "#b1bbba"),
    "background_fill_primary": ("#ffffff", "#1c2324"),
    "background_fill_secondary": ("#f0ede5", "#232b2c"),
    "block_background_fill": ("transparent", "transparent"),
    "block_label_background_fill": ("transparent", "transparent"),
    "block_label_text_color": ("#1d2526", "#e8ebe9"),
    "block_title_text_color": ("#1d2526", "#e8ebe9"),
    "block_info_text_color": ("#4d5859", "#b1bbba"),
    "block_border_color": ("#d8d3c6", "#3a4546"),
    "border_color_primary": ("#d8d3c6", "#3a4546"),
    "border_color_accent": ("#105c5c", "#7fd1c7"),
    "color_accent": ("#105c5c", "#7fd1c7"),
    "color_accent_soft": ("#e0efec", "#1f3a38"),
    "link_text_color": ("#0b5252", "#8fdcd2"),
    "input_background_fill": ("#ffffff", "#1c2324"),
    "input_border_color": ("#7b8687", "#7b8889"),
    "input_border_color_focus": ("#105c5c", "#7fd1c7"),
    "input_placeholder_color": ("#5c6768", "#a3adac"),
    "button_primary_background_fill": ("#105c5c", "#7fd1c7"),
    "button_primary_background_fill_hover": ("#0b4747", "#a3e0d8"),
    "button_primary_text_color": ("#ffffff", "#0c1f1e"),
    "button_primary_text_color_hover": ("#ffffff", "#0c1f1e"),
    "button_primary_border_color": ("#105c5c", "#7fd1c7"),
    "button_secondary_background_fill": ("#ffffff", "#232b2c"),
    "button_secondary_background_fill_hover": ("#e0efec", "#1f3a38"),
    "button_secondary_text_color": ("#0b5252", "#a9e3db"),
    "button_secondary_text_color_hover": ("#0b5252", "#a9e3db"),
    "button_secondary_border_color": ("#7b8687", "#7b8889"),
}


def theme() -> Any:
    """The Gradio theme: paper and ink with one green, in light and dark."""
    base: Any = gr.themes.Base(
        primary_hue="teal",
        neutral_hue="stone",
        text_size=gr.themes.sizes.text_lg,
        radius_size=gr.themes.sizes.radius_sm,
        font=_SANS,
        font_mono=_MONO,
    )
    light = {name: pair[0] for name, pair in _COLOURS.items()}
    dark = {f"{name}_dark": pair[1] for name, pair in _COLOURS.items() if name != "color_accent"}
    return base.set(**light, **dark, block_border_width="0px", block_shadow="none", input_border_width="1px")


def styles() -> str:
    """The style sheet."""
    return files("page").joinpath("page.css").read_text(encoding="utf-8")


def shared_behaviour() -> str:
    """The script for the page's head, which all panels share."""
    return files("page").joinpath("minutebook.js").read_text(encoding="utf-8")


def behaviour() -> str:
    """The script that each gr.HTML panel runs: the body of a function."""
    return files("page").joinpath("page.js").read_text(encoding="utf-8")


def icon() -> str:
    """The path of the page's icon."""
    return str(files("page").joinpath("icon.svg"))
