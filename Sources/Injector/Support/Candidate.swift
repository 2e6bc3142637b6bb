/// A site with the place it takes among the others.
struct Candidate {
    /// Lower comes first; sites of equal rank keep source order.
    var rank: Int
    /// UTF-8 offset of the changed code in the unbroken file.
    var offset: Int
    var site: FaultSite

    /// Added for a site whose failure depends on more than the guarded input arriving.
    static let doubtful = 20
    /// Added for code that some platforms or build settings leave out.
    static let conditional = 100
}

extension [Candidate] {
    /// Ranked, then in source order, with every edit only once.
    func ordered() -> [Candidate] {
        var seen: Set<FileEditKey> = []
        return enumerated()
            .sorted {
                ($0.element.rank, $0.element.offset, $0.offset) < (
                    $1.element.rank, $1.element.offset, $1.offset
                )
            }
            .map(\.element)
            .filter { seen.insert(FileEditKey($0.site)).inserted }
    }
}

/// What makes two sites the same change.
private struct FileEditKey: Hashable {
    let site: FaultSite

    init(_ site: FaultSite) {
        var site = site
        site.summary = ""
        site.symptom = 1...1
        self.site = site
    }
}
