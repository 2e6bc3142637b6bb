import Mutation
import Testing

@Suite struct ShardTests {
    @Test func every_id_is_in_exactly_one_part() {
        let shards = (1...4).compactMap { Shard(part: $0, count: 4) }
        for number in 0..<200 {
            #expect(shards.count { $0.includes(id: "mutant \(number)") } == 1)
        }
    }

    @Test func no_part_is_empty_where_there_are_many() {
        for part in 1...4 {
            let shard = Shard(part: part, count: 4)
            #expect((0..<200).contains { shard?.includes(id: "mutant \($0)") == true })
        }
    }

    @Test(arguments: ["0/4", "5/4", "1/0", "1", "1/2/3", "a/b", "-1/4", "1/"])
    func nonsense_is_no_shard(_ text: String) {
        #expect(Shard(text) == nil)
    }

    @Test func it_reads_as_it_is_written() {
        #expect(Shard("2/4")?.description == "2/4")
    }
}
