"""Axes as all pictures have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probity.words import date_on_axis

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from probity.types import Language

#: The least days of an axis.
_LEAST = 28


def tidy(ax: Axes, title: str) -> None:
    """A title at the left, and no lines at the top and right."""
    ax.set_title(title, loc="left", fontsize=13)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)


def four_weeks_at_least(ax: Axes) -> None:
    """Gives dates that lie close together some days around them; one alone would have years."""
    drawn = ax.dataLim
    if drawn.width < _LEAST:
        middle = (drawn.x0 + drawn.x1) / 2
        ax.set_xlim(middle - _LEAST / 2, middle + _LEAST / 2)


def date_axis(ax: Axes, lang: Language) -> None:
    """Ticks as each language writes dates: "2026. 3. 18.", "18 Mar 2026"."""
    from matplotlib.dates import AutoDateLocator, num2date

    def written(value: float, _: object = None) -> str:
        return date_on_axis(num2date(value).date(), lang)

    ax.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=9))
    ax.xaxis.set_major_formatter(written)
    ax.tick_params(axis="x", labelrotation=30, labelsize=8.5)
