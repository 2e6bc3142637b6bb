import Logic
import Testing

@Suite struct HeldOutMilliseconds {
    @Test func seconds_that_are_no_number() {
        #expect(RetrySchedule.milliseconds(fromSeconds: -Double.infinity) == nil)
        #expect(RetrySchedule.milliseconds(fromSeconds: Double.signalingNaN) == nil)
    }

    @Test func seconds_out_of_range() {
        #expect(RetrySchedule.milliseconds(fromSeconds: 86_400.5) == nil)
        #expect(RetrySchedule.milliseconds(fromSeconds: -0.5) == nil)
        #expect(RetrySchedule.milliseconds(fromSeconds: 4e22) == nil)
    }

    @Test func usable_seconds() {
        #expect(RetrySchedule.milliseconds(fromSeconds: 0.25) == 250)
        #expect(RetrySchedule.milliseconds(fromSeconds: 86_400) == 86_400_000)
    }
}
