import Testing

@testable import CoinChangeWays

@Suite struct CoinPurseValidation {
    @Test func agrees_with_a_table() {
        let purse = CoinPurse(coins: [1, 2, 5, 10])
        var table = Array(repeating: 0, count: 41)
        table[0] = 1
        for coin in purse.coins {
            for amount in coin...40 { table[amount] += table[amount - coin] }
        }
        for amount in 0...40 { #expect(purse.ways(toPay: amount) == table[amount]) }
    }

    @Test func one_coin() {
        let purse = CoinPurse(coins: [3])
        for amount in 0...12 { #expect(purse.ways(toPay: amount) == (amount % 3 == 0 ? 1 : 0)) }
    }

    @Test func odd_coins() {
        #expect(CoinPurse(coins: [2, 2, 0, -1]).ways(toPay: 4) == 1)
        #expect(CoinPurse(coins: []).ways(toPay: 4) == 0)
        #expect(CoinPurse(coins: []).ways(toPay: 0) == 1)
        #expect(CoinPurse(coins: [1]).ways(toPay: -2) == 0)
        #expect(CoinPurse(coins: [2, 3]).ways(toPay: 12) == 3)
    }

    @Test func fewest() {
        #expect(CoinPurse(coins: [1]).fewestCoins(toPay: -1) == nil)
        #expect(CoinPurse(coins: [25, 10, 1]).fewestCoins(toPay: 30) == 3)
        #expect(CoinPurse(coins: []).fewestCoins(toPay: 0) == 0)
    }
}
