import Testing

@testable import KnapsackCapacity

@Suite struct LoadingTests {
    @Test func nothing_to_load() {
        #expect(LoadPlanner(capacityKilograms: 10).bestValue(of: []) == 0)
    }

    @Test func a_crate_that_fits_with_room_to_spare() {
        #expect(LoadPlanner(capacityKilograms: 10).bestValue(of: [Crate(kilograms: 4, value: 7)]) == 7)
    }

    @Test func two_crates_that_fill_the_van() {
        let crates = [Crate(kilograms: 6, value: 5), Crate(kilograms: 4, value: 7)]
        #expect(LoadPlanner(capacityKilograms: 10).bestValue(of: crates) == 12)
    }

    @Test func a_crate_that_is_too_heavy() {
        #expect(LoadPlanner(capacityKilograms: 3).bestValue(of: [Crate(kilograms: 4, value: 7)]) == 0)
    }

    @Test func each_crate_is_loaded_once() {
        #expect(LoadPlanner(capacityKilograms: 9).bestValue(of: [Crate(kilograms: 2, value: 3)]) == 3)
    }
}
