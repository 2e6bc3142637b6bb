import Logic
import Testing

@Suite struct HeldOutFibonacci {
    @Test func numbers_before_the_first() {
        #expect(RetrySchedule.fibonacci(0) == 1)
        #expect(RetrySchedule.fibonacci(-6) == 1)
    }

    @Test func small_numbers() {
        #expect(RetrySchedule.fibonacci(3) == 2)
        #expect(RetrySchedule.fibonacci(5) == 5)
    }

    @Test func a_larger_number() {
        #expect(RetrySchedule.fibonacci(12) == 144)
    }
}
