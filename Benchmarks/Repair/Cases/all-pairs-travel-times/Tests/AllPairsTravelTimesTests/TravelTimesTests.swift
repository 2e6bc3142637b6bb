import Testing

@testable import AllPairsTravelTimes

@Suite struct TravelTimesTests {
    @Test func a_direct_link() {
        let times = TravelTimes(stations: ["A", "B"], links: [("A", "B", 5)])
        #expect(times.time(from: "A", to: "B") == 5)
    }

    @Test func a_change() {
        let times = TravelTimes(stations: ["A", "B", "C"], links: [("A", "B", 5), ("B", "C", 7)])
        #expect(times.time(from: "A", to: "C") == 12)
    }

    @Test func links_are_one_way() {
        let times = TravelTimes(stations: ["A", "B"], links: [("A", "B", 5)])
        #expect(times.time(from: "B", to: "A") == nil)
    }

    @Test func no_time_to_stay() {
        #expect(TravelTimes(stations: ["A"], links: []).time(from: "A", to: "A") == 0)
    }

    @Test func unknown_stations() {
        #expect(TravelTimes(stations: ["A"], links: [("A", "X", 1)]).time(from: "A", to: "X") == nil)
    }
}
