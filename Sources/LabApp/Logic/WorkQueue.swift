/// Pending work, handed out in the order it arrived.
public struct WorkQueue<Job> {
    private var jobs: [Job]

    public init(_ jobs: [Job] = []) {
        self.jobs = jobs
    }

    /// How many jobs wait.
    public var count: Int { jobs.count }

    /// Adds a job at the end.
    public mutating func add(_ job: Job) {
        jobs.append(job)
    }

    /// Takes the oldest job, or nil when none waits.
    public mutating func next() -> Job? {
        guard !jobs.isEmpty else { return nil }
        return jobs.removeFirst()
    }

    /// Takes back the job added last.
    public mutating func cancelLast() -> Job? {
        guard !jobs.isEmpty else { return nil }
        return jobs.removeLast()
    }

    /// Takes up to `limit` jobs.
    public mutating func nextBatch(limit: Int) -> [Job] {
        guard limit > 0 else { return [] }
        let batch = Array(jobs.prefix(limit))
        jobs.removeFirst(batch.count)
        return batch
    }

    /// Drops the oldest jobs until at most `limit` wait, and says how many went.
    public mutating func shed(to limit: Int) -> Int {
        let excess = max(0, jobs.count - max(0, limit))
        jobs.removeFirst(excess)
        return excess
    }

    /// Deals `count` units of work to workers of the given capacity, such as `[4, 4, 2]` for 10 and 4.
    public static func deal(_ count: Int, capacity: Int) -> [Int] {
        guard capacity > 0 else { return [] }
        var loads: [Int] = []
        var remaining = count
        while remaining > 0 {
            let load = min(remaining, capacity)
            loads.append(load)
            remaining -= load
        }
        return loads
    }

    /// The worker that a job with this number belongs to, or nil when there are no workers.
    public static func worker(for number: UInt, workers: UInt) -> UInt? {
        guard workers > 0 else { return nil }
        return number % workers
    }
}
