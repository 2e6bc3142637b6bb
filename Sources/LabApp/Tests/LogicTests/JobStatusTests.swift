import Logic
import Testing

struct JobStatusTests {
    @Test func every_status_has_a_title() {
        #expect(JobStatus.queued.title == "Waiting")
        #expect(JobStatus.running.title == "Running")
        #expect(JobStatus.paused.title == "Paused")
        #expect(JobStatus.failed.title == "Failed")
        #expect(JobStatus.finished.title == "Done")
    }

    @Test func every_status_has_a_poll_code() {
        #expect(JobStatus.queued.pollCode == 202)
        #expect(JobStatus.running.pollCode == 202)
        #expect(JobStatus.paused.pollCode == 409)
        #expect(JobStatus.failed.pollCode == 500)
        #expect(JobStatus.finished.pollCode == 200)
    }

    @Test func only_failed_and_finished_are_final() {
        #expect(!JobStatus.queued.isFinal)
        #expect(!JobStatus.running.isFinal)
        #expect(!JobStatus.paused.isFinal)
        #expect(JobStatus.failed.isFinal)
        #expect(JobStatus.finished.isFinal)
    }

    @Test func events_move_a_job_on() {
        #expect(JobStatus.queued.next(on: .start) == .running)
        #expect(JobStatus.running.next(on: .pause) == .paused)
        #expect(JobStatus.running.next(on: .fail) == .failed)
        #expect(JobStatus.paused.next(on: .finish) == .finished)
    }

    @Test func a_final_status_stays() {
        #expect(JobStatus.failed.next(on: .start) == .failed)
        #expect(JobStatus.finished.next(on: .fail) == .finished)
    }
}
