/// A queue of jobs that are tried again when they fail.
struct JobQueue {
    let maxAttempts: Int
    private var waiting: [String] = []
    private var failures: [String: Int] = [:]
    private(set) var deadLetters: [String] = []

    init(maxAttempts: Int) {
        self.maxAttempts = max(1, maxAttempts)
    }

    var count: Int { waiting.count }

    mutating func enqueue(_ job: String) {
        waiting.append(job)
    }

    /// Runs the job that has waited longest. A job that fails goes to the end of the queue, or to the dead letters
    /// once it has failed `maxAttempts` times. Returns false when there was nothing to do.
    mutating func runNext(_ work: (String) throws -> Void) -> Bool {
        guard !waiting.isEmpty else { return false }
        let job = waiting.removeFirst()
        do {
            try work(job)
            failures[job] = nil
        } catch {
            failures[job] = (failures[job] ?? 1) + 1
            if failures[job] == maxAttempts {
                failures[job] = nil
                deadLetters.append(job)
            } else {
                waiting.append(job)
            }
        }
        return true
    }
}
