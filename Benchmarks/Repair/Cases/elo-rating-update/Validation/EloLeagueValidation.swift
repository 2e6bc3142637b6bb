import XCTest

@testable import EloRatingUpdate

final class EloLeagueValidation: XCTestCase {
    private func leagueWithGap() -> EloLeague {
        var league = EloLeague(initialRating: 1500, volatility: 400)
        league.record("top", against: "low", result: .win)
        league.volatility = 20
        return league
    }

    func testFavouriteGainsLittle() {
        var league = leagueWithGap()
        XCTAssertEqual(league.rating(of: "top"), 1700, accuracy: 0.001)
        league.record("top", against: "low", result: .win)
        XCTAssertEqual(league.rating(of: "top"), 1701.8182, accuracy: 0.001)
        XCTAssertEqual(league.rating(of: "low"), 1298.1818, accuracy: 0.001)
    }

    func testUpsetGainsMuch() {
        var league = leagueWithGap()
        league.record("low", against: "top", result: .win)
        XCTAssertEqual(league.rating(of: "low"), 1318.1818, accuracy: 0.001)
        XCTAssertEqual(league.rating(of: "top"), 1681.8182, accuracy: 0.001)
    }

    func testDrawMovesTowardsEachOther() {
        var league = leagueWithGap()
        league.record("top", against: "low", result: .draw)
        XCTAssertEqual(league.rating(of: "top"), 1691.8182, accuracy: 0.001)
        XCTAssertEqual(league.rating(of: "low"), 1308.1818, accuracy: 0.001)
    }

    func testLossOfTheFavourite() {
        var league = leagueWithGap()
        league.record("top", against: "low", result: .loss)
        XCTAssertEqual(league.rating(of: "top"), 1681.8182, accuracy: 0.001)
    }

    func testNewcomers() {
        let league = EloLeague(initialRating: 1000)
        XCTAssertEqual(league.rating(of: "nobody"), 1000)
        XCTAssertEqual(league.standings, [])
    }

    func testExpectedScoresAddUpToOne() {
        for (a, b) in [(1500.0, 1500.0), (1200, 1900), (2400, 1000)] {
            XCTAssertEqual(
                EloLeague.expectedScore(a, b) + EloLeague.expectedScore(b, a), 1, accuracy: 1e-9)
        }
        XCTAssertLessThan(EloLeague.expectedScore(1200, 1900), 0.05)
    }
}
