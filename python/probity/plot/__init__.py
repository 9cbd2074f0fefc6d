"""Pictures of a programme, by matplotlib: `pip install probity[plot]`.

    from probity import plot
    ax = plot.year(agenda, lang="ko")
    ax.figure.savefig("year.png", dpi=150)

Each function takes a programme's own values, or rows of one's own: plot.bands(view),
plot.burnup(programme.burnup(...)), plot.timeline(council), plot.coverage(programme),
plot.grades(programme). It draws into the `ax` that it is given, or makes one, and returns it.
Titles are str or Text, of which `lang` takes its language. Colours are those of Okabe and Ito,
which people with any colour vision tell apart, and hatches or markers say the same again. Where
text has Hangul, a font that has it is found, or an error names the packages that hold one: no
picture has empty boxes.
"""

from probity.plot.coverage import coverage
from probity.plot.grades import grades
from probity.plot.progress import bands, burnup
from probity.plot.timeline import timeline
from probity.plot.year import year

__all__ = ["bands", "burnup", "coverage", "grades", "timeline", "year"]
