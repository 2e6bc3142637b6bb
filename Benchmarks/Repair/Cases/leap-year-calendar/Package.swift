// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "LeapYearCalendar",
    targets: [
        .target(name: "LeapYearCalendar"),
        .testTarget(name: "LeapYearCalendarTests", dependencies: ["LeapYearCalendar"]),
    ]
)
