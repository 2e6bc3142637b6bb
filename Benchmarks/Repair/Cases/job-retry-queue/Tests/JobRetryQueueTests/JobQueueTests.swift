import Testing

@testable import JobRetryQueue

@Suite struct JobQueueTests {
    struct Failure: Error {}

    @Test func jobs_run_in_order() {
        var queue = JobQueue(maxAttempts: 3)
        queue.enqueue("a")
        queue.enqueue("b")
        var done: [String] = []
        while queue.runNext({ done.append($0) }) {}
        #expect(done == ["a", "b"])
    }

    @Test func a_failing_job_is_tried_three_times() {
        var queue = JobQueue(maxAttempts: 3)
        queue.enqueue("bad")
        var attempts = 0
        for _ in 0..<10 {
            _ = queue.runNext { _ in
                attempts += 1
                throw Failure()
            }
        }
        #expect(attempts == 3)
        #expect(queue.deadLetters == ["bad"])
    }

    @Test func a_failed_job_waits_behind_the_others() {
        var queue = JobQueue(maxAttempts: 5)
        queue.enqueue("a")
        queue.enqueue("b")
        var seen: [String] = []
        for _ in 0..<3 {
            _ = queue.runNext { job in
                seen.append(job)
                if job == "a" { throw Failure() }
            }
        }
        #expect(seen == ["a", "b", "a"])
    }

    @Test func an_empty_queue_has_nothing_to_do() {
        var queue = JobQueue(maxAttempts: 1)
        let ran = queue.runNext { _ in }
        #expect(!ran)
    }
}
