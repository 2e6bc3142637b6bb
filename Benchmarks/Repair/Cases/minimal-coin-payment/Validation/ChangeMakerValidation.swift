import Testing

@testable import MinimalCoinPayment

@Suite struct ChangeMakerValidation {
    @Test(arguments: [[1, 5, 12], [2, 7], [6, 10, 15], [1, 20, 25], [3]]) func fewest(coins: [Int]) {
        let maker = ChangeMaker(coins: coins)
        var fewest = [0: 0]
        for amount in 1...80 {
            fewest[amount] = coins.compactMap { fewest[amount - $0] }.min().map { $0 + 1 }
            let change = maker.change(for: amount)
            #expect(change?.count == fewest[amount])
            if let change {
                #expect(change.reduce(0, +) == amount)
                #expect(change == change.sorted(by: >))
            }
        }
    }

    @Test func odd_inputs() {
        #expect(ChangeMaker(coins: []).change(for: 3) == nil)
        #expect(ChangeMaker(coins: [0, -1]).change(for: 3) == nil)
        #expect(ChangeMaker(coins: [2]).change(for: -2) == nil)
    }
}
