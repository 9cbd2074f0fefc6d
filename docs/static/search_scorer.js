// How search results are ordered: a page or a section that is named for the term stands before
// members of classes, and these before pages in which the term occurs. Of the latter, pages in Korean
// come first for a term in Korean, and lists of everything come last.
var Scorer = {
    objNameMatch: 11,
    objPartialMatch: 6,
    objPrio: {0: 15, 1: 5, 2: -5},
    objPrioDefault: 0,
    title: 100,
    partialTitle: 10,
    term: 5,
    partialTerm: 2,
    score: ([page, , , , score]) => {
        const term = new URLSearchParams(window.location.search).get("q") ?? "";
        if (/[가-힣]/.test(term) && page.endsWith("-ko")) return score + 3;
        return ["changes", "errors", "benchmarks"].includes(page) && score < 50 ? score - 3 : score;
    },
};
