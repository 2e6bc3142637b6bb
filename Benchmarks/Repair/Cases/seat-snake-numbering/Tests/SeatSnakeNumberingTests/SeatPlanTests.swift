import Testing

@testable import SeatSnakeNumbering

@Suite struct SeatPlanTests {
    private let plan = SeatPlan(rows: 3, columns: 4)

    @Test func numbers_run_back_and_forth() {
        #expect(plan.number(of: Seat(row: 0, column: 3)) == 4)
        #expect(plan.number(of: Seat(row: 1, column: 3)) == 5)
        #expect(plan.number(of: Seat(row: 2, column: 0)) == 9)
    }

    @Test func seats_by_number() {
        #expect(plan.seat(number: 1) == Seat(row: 0, column: 0))
        #expect(plan.seat(number: 6) == Seat(row: 1, column: 2))
    }

    @Test func beyond_the_hall() {
        #expect(plan.seat(number: 13) == nil)
        #expect(plan.number(of: Seat(row: 3, column: 0)) == nil)
    }

    @Test func consecutive_free_seats() {
        #expect(plan.consecutive(3, taken: [2, 6]) == 3...5)
        #expect(plan.consecutive(13, taken: []) == nil)
    }
}
