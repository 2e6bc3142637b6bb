import XCTest

@testable import EloRatingUpdate

final class EloLeagueTests: XCTestCase {
    func testEqualPlayersWinHalfTheVolatility() {
        var league = EloLeague()
        league.record("ann", against: "bob", result: .win)
        XCTAssertEqual(league.rating(of: "ann"), 1516, accuracy: 0.001)
        XCTAssertEqual(league.rating(of: "bob"), 1484, accuracy: 0.001)
    }

    func testExpectedScores() {
        XCTAssertEqual(EloLeague.expectedScore(1500, 1500), 0.5, accuracy: 0.0001)
        XCTAssertEqual(EloLeague.expectedScore(1900, 1500), 0.9091, accuracy: 0.0001)
    }

    func testSecondWinAgainstTheSamePlayerCountsLess() {
        var league = EloLeague()
        league.record("ann", against: "bob", result: .win)
        league.record("ann", against: "bob", result: .win)
        XCTAssertLessThan(league.rating(of: "ann") - 1516, 16)
    }

    func testStandings() {
        var league = EloLeague()
        league.record("cid", against: "ann", result: .loss)
        XCTAssertEqual(league.standings, ["ann", "cid"])
    }

    func testRatingsStayInSum() {
        var league = EloLeague()
        league.record("ann", against: "bob", result: .win)
        league.record("bob", against: "cid", result: .draw)
        XCTAssertEqual(league.ratings.values.reduce(0, +), 4500, accuracy: 0.001)
    }
}
