// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sightglass::test {

/// One panel of each verdict, one with a typo in its query, a row and a text.
inline constexpr const char *reportBoard = R"J({"schemaVersion":42,"title":"B","panels":[
    {"id":1,"type":"timeseries","title":"good","targets":[{"refId":"A","expr":"rate(x{a=~\"$v\"}[$__rate_interval])"}]},
    {"id":2,"type":"stat","title":"lossy","options":{"sparkles":1},"targets":[{"refId":"A","expr":"up"}]},
    {"id":3,"type":"geomap","title":"map"},
    {"id":4,"type":"stat","title":"typo","targets":[{"refId":"Q","expr":"sum(up"}]},
    {"id":5,"type":"row","title":"row"},
    {"id":6,"type":"text","title":"text"}],
    "templating":{"list":[{"name":"v","type":"query","query":"label_values(a)"}]}})J";

/// Two panels, of which the first refers to the variable.
inline constexpr const char *variableBoard = R"J({"schemaVersion":42,"panels":[
    {"id":1,"type":"stat","title":"$v"},{"id":2,"type":"stat","title":"w"}],
    "templating":{"list":[{"name":"v","type":"query","query":"label_values(a)","sort":3}]}})J";

} // namespace sightglass::test
