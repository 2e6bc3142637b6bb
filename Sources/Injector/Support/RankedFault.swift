import SourceEdit

/// A fault that says how natural each of its sites is, so that sites of several files can be ranked together.
protocol RankedFault: Fault {
    func candidates(in file: SourceFile) -> [Candidate]
}

extension RankedFault {
    package func sites(in file: SourceFile) -> [FaultSite] {
        candidates(in: file).ordered().map(\.site)
    }
}
