import Testing

@testable import JobRetryQueue

@Suite struct JobQueueValidation {
    struct Failure: Error {}

    @Test(arguments: 1...6) func attempts_are_exact(limit: Int) {
        var queue = JobQueue(maxAttempts: limit)
        queue.enqueue("x")
        var attempts = 0
        for _ in 0..<20 {
            _ = queue.runNext { _ in
                attempts += 1
                throw Failure()
            }
        }
        #expect(attempts == limit)
        #expect(queue.deadLetters == ["x"])
        #expect(queue.count == 0)
    }

    @Test func success_resets_the_count() {
        var queue = JobQueue(maxAttempts: 2)
        var outcomes = [false, true, false, true]
        queue.enqueue("x")
        for _ in 0..<4 {
            _ = queue.runNext { _ in
                if !outcomes.removeFirst() { throw Failure() }
            }
            if queue.count == 0 && !outcomes.isEmpty { queue.enqueue("x") }
        }
        #expect(queue.deadLetters.isEmpty)
        #expect(outcomes.isEmpty)
    }

    @Test func a_dead_job_can_come_back() {
        var queue = JobQueue(maxAttempts: 2)
        for _ in 0..<2 {
            queue.enqueue("x")
            while queue.runNext({ _ in throw Failure() }) {}
        }
        #expect(queue.deadLetters == ["x", "x"])
    }

    @Test func jobs_are_counted_apart() {
        var queue = JobQueue(maxAttempts: 2)
        queue.enqueue("a")
        queue.enqueue("b")
        var seen: [String] = []
        while queue.runNext({ job in
            seen.append(job)
            throw Failure()
        }) {}
        #expect(seen == ["a", "b", "a", "b"])
        #expect(queue.deadLetters == ["a", "b"])
    }

    @Test func a_limit_below_one() {
        var queue = JobQueue(maxAttempts: 0)
        queue.enqueue("a")
        let ran = queue.runNext { _ in throw Failure() }
        #expect(ran)
        #expect(queue.deadLetters == ["a"])
    }
}
