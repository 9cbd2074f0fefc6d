// How search results are ordered: a page or a section that is named for the term stands before
// members of classes, and these before pages in which the term occurs.
var Scorer = {
    objNameMatch: 11,
    objPartialMatch: 6,
    objPrio: {0: 15, 1: 5, 2: -5},
    objPrioDefault: 0,
    title: 100,
    partialTitle: 10,
    term: 5,
    partialTerm: 2
};
