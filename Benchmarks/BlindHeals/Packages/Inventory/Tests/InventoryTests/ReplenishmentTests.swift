import Testing

@testable import Inventory

@Suite struct ReplenishmentTests {
    @Test func daysOfCover() {
        #expect(Replenishment.daysOfCover(stock: 100, dailyUse: 8) == 12)
        #expect(Replenishment.daysOfCover(stock: 0, dailyUse: 8) == 0)
    }

    @Test func daysOfCoverWithoutUse() {
        #expect(Replenishment.daysOfCover(stock: 100, dailyUse: 0) == nil)
        #expect(Replenishment.daysOfCover(stock: 0, dailyUse: 0) == nil)
    }

    @Test func orderQuantity() {
        #expect(Replenishment.orderQuantity(stock: 10, target: 45, lot: 12) == 36)
        #expect(Replenishment.orderQuantity(stock: 50, target: 45, lot: 12) == 0)
    }

    @Test func orderQuantityWithoutALot() {
        #expect(Replenishment.orderQuantity(stock: 10, target: 45, lot: 0) == 35)
        #expect(Replenishment.orderQuantity(stock: 0, target: 3, lot: 0) == 3)
    }

    @Test func meanUse() {
        #expect(Replenishment.meanUse([1, 5, 6, 7], days: 3) == 6)
        #expect(Replenishment.meanUse([4], days: 1) == 4)
    }

    @Test func meanUseOfNoDays() {
        #expect(Replenishment.meanUse([1, 2], days: 0) == nil)
        #expect(Replenishment.meanUse([], days: 0) == nil)
    }

    @Test func meanUseOfAShortHistory() {
        #expect(Replenishment.meanUse([1, 2], days: 3) == nil)
        #expect(Replenishment.meanUse([], days: 1) == nil)
    }

    @Test func projectedUse() {
        #expect(Replenishment.projectedUse(100, weeks: 2) == 225)
        #expect(Replenishment.projectedUse(100, weeks: 0) == 100)
        #expect(Replenishment.projectedUse(100, weeks: -1) == 100)
    }

    @Test func projectedUseBeyondEveryNumber() {
        #expect(Replenishment.projectedUse(100, weeks: 400) == Int.max)
        #expect(Replenishment.projectedUse(Int.max - 10, weeks: 1) == Int.max)
    }

    @Test func deliveryDays() {
        #expect(Replenishment.deliveryDays(from: 1, through: 10, every: 3) == [1, 4, 7, 10])
        #expect(Replenishment.deliveryDays(from: 5, through: 4, every: 3) == [])
    }

    @Test func deliveryDaysWithoutAnInterval() {
        #expect(Replenishment.deliveryDays(from: 1, through: 10, every: 0) == [])
        #expect(Replenishment.deliveryDays(from: 1, through: 10, every: -7) == [])
    }

    @Test func lowDays() {
        #expect(Replenishment.lowDays([9, 2, 8, 1], from: 0, to: 4, minimum: 5) == [1, 3])
        #expect(Replenishment.lowDays([9, 2, 8, 1], from: 2, to: 9, minimum: 5) == [3])
    }

    @Test func lowDaysOutsideTheRecord() {
        #expect(Replenishment.lowDays([9, 2], from: 2, to: 1, minimum: 5) == [])
        #expect(Replenishment.lowDays([9, 2], from: 6, to: 8, minimum: 5) == [])
        #expect(Replenishment.lowDays([9, 2], from: -1, to: 2, minimum: 5) == [])
    }

    @Test func calendar() {
        #expect(Replenishment.calendar([1, 4], days: 5) == "x..x.")
        #expect(Replenishment.calendar([], days: 2) == "..")
    }

    @Test func calendarOfNoDays() {
        #expect(Replenishment.calendar([1], days: 0) == "")
        #expect(Replenishment.calendar([1], days: -3) == "")
    }
}
