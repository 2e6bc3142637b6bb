import Logic
import Testing

@Suite struct HeldOutPause {
    @Test func a_pause() {
        #expect(JobStatus.queued.next(on: .pause) == .paused)
        #expect(JobStatus.paused.next(on: .pause) == .paused)
    }

    @Test func a_pause_after_the_end() {
        #expect(JobStatus.finished.next(on: .pause) == .finished)
    }

    @Test func other_events() {
        #expect(JobStatus.paused.next(on: .start) == .running)
        #expect(JobStatus.queued.next(on: .fail) == .failed)
        #expect(JobStatus.running.next(on: .finish) == .finished)
    }
}
