import Testing

@testable import CoinChangeWays

@Suite struct CoinPurseTests {
    @Test func nothing_is_paid_in_one_way() {
        #expect(CoinPurse(coins: [1, 2]).ways(toPay: 0) == 1)
    }

    @Test func ways_with_small_coins() {
        #expect(CoinPurse(coins: [1, 2, 5]).ways(toPay: 5) == 4)
    }

    @Test func an_amount_no_coins_make_up() {
        #expect(CoinPurse(coins: [5, 10]).ways(toPay: 3) == 0)
        #expect(CoinPurse(coins: [5, 10]).fewestCoins(toPay: 3) == nil)
    }

    @Test func fewest_coins() {
        #expect(CoinPurse(coins: [1, 3, 4]).fewestCoins(toPay: 6) == 2)
    }

    @Test func each_coin_once() {
        #expect(CoinPurse(coins: [7]).ways(toPay: 7) == 1)
    }
}
