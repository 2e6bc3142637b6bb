/// A document to print.
struct PrintJob: Equatable {
    let document: String
    let pages: Int
    var isUrgent = false
}

/// Hands jobs to a printer: urgent ones first, then the others, each in the order in which they came.
struct PrintSpooler {
    private var urgent: [PrintJob] = []
    private var normal: [PrintJob] = []

    var pendingPages: Int { (urgent + normal).reduce(0) { $0 + $1.pages } }

    mutating func submit(_ job: PrintJob) {
        if job.isUrgent {
            urgent.append(job)
        } else {
            normal.append(job)
        }
    }

    mutating func next() -> PrintJob? {
        if !urgent.isEmpty { return urgent.removeFirst() }
        return normal.isEmpty ? nil : normal.removeLast()
    }

    /// Cancels all jobs for a document and says how many there were.
    mutating func cancel(_ document: String) -> Int {
        let before = urgent.count + normal.count
        urgent.removeAll { $0.document == document }
        normal.removeAll { $0.document == document }
        return before - urgent.count - normal.count
    }

    /// The jobs a printer finishes before its paper runs out; a job that does not fit stops it.
    mutating func printAll(paper: Int) -> [String] {
        var left = paper
        var printed: [String] = []
        while let job = urgent.first ?? normal.first, job.pages <= left, let taken = next() {
            left -= taken.pages
            printed.append(taken.document)
        }
        return printed
    }
}
