import Testing

@testable import SeatSnakeNumbering

@Suite struct SeatPlanValidation {
    @Test(arguments: 1...4, 1...5) func there_and_back(rows: Int, columns: Int) {
        let plan = SeatPlan(rows: rows, columns: columns)
        var numbers: [Int] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let seat = Seat(row: row, column: column)
                let number = plan.number(of: seat) ?? 0
                numbers.append(number)
                #expect(plan.seat(number: number) == seat)
            }
        }
        #expect(numbers.sorted() == Array(1...(rows * columns)))
    }

    @Test func neighbours_in_number_touch() throws {
        let plan = SeatPlan(rows: 4, columns: 3)
        for number in 1..<12 {
            let a = try #require(plan.seat(number: number))
            let b = try #require(plan.seat(number: number + 1))
            #expect(abs(a.row - b.row) + abs(a.column - b.column) == 1)
        }
    }

    @Test func limits() {
        let plan = SeatPlan(rows: 2, columns: 2)
        #expect(plan.seat(number: 0) == nil)
        #expect(plan.seat(number: 4) == Seat(row: 1, column: 0))
        #expect(plan.seat(number: 3) == Seat(row: 1, column: 1))
        #expect(plan.number(of: Seat(row: 0, column: -1)) == nil)
        #expect(plan.number(of: Seat(row: 0, column: 2)) == nil)
        #expect(plan.consecutive(4, taken: []) == 1...4)
        #expect(plan.consecutive(2, taken: [2]) == 3...4)
        #expect(plan.consecutive(0, taken: []) == nil)
        #expect(plan.consecutive(2, taken: [2, 4]) == nil)
    }
}
