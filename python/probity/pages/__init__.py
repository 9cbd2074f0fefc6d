"""Pages to print: each one sheet of paper that needs no other file, script or font from elsewhere.

    agenda.to_html("planner.html", lang="ko")        # pages/planner: the year
    view.brief().to_html("brief.html", lang="ko")    # pages/brief: for the head

A page is laid out in rem; in print the root's size follows the paper, so that all papers and the
screen show the same page. Lists that are longer than their room end in how many lines are left out.
Nothing on a page is told by colour alone.
"""
