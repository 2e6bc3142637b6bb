import Testing

@testable import AllPairsTravelTimes

@Suite struct TravelTimesValidation {
    @Test func a_ring() {
        let stations = (0..<6).map { "s\($0)" }
        let times = TravelTimes(
            stations: stations, links: (0..<6).map { (stations[$0], stations[($0 + 1) % 6], $0 + 1) })
        for start in 0..<6 {
            var total = 0
            for step in 0..<6 {
                #expect(times.time(from: stations[start], to: stations[(start + step) % 6]) == total)
                total += (start + step) % 6 + 1
            }
        }
    }

    @Test func a_detour_is_faster() {
        let links = [("A", "C", 20), ("A", "B", 5), ("B", "C", 6), ("C", "A", 1)]
        let times = TravelTimes(stations: ["A", "B", "C"], links: links)
        #expect(times.time(from: "A", to: "C") == 11)
        #expect(times.time(from: "B", to: "A") == 7)
        #expect(times.time(from: "C", to: "B") == 6)
    }

    @Test func common_targets_are_no_connection() {
        let times = TravelTimes(stations: ["A", "B", "H"], links: [("A", "H", 3), ("B", "H", 4)])
        #expect(times.time(from: "A", to: "B") == nil)
        #expect(times.time(from: "B", to: "A") == nil)
        #expect(times.time(from: "H", to: "A") == nil)
    }

    @Test func the_fastest_of_several_links() {
        let times = TravelTimes(stations: ["A", "B"], links: [("A", "B", 9), ("A", "B", 4), ("A", "B", 6)])
        #expect(times.time(from: "A", to: "B") == 4)
        #expect(times.time(from: "B", to: "B") == 0)
        #expect(TravelTimes(stations: [], links: []).time(from: "A", to: "B") == nil)
    }

    @Test func a_line_through_later_stations() {
        let times = TravelTimes(
            stations: ["D", "B", "A", "C"], links: [("A", "B", 1), ("B", "C", 2), ("C", "D", 4)])
        #expect(times.time(from: "A", to: "D") == 7)
        #expect(times.time(from: "B", to: "D") == 6)
        #expect(times.time(from: "D", to: "A") == nil)
    }
}
