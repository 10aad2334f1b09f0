// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositionparser.h"

#include <string>
#include <string_view>

namespace sightglass {

/// Entries of an exposition as JSON, one object per line:
///
///     {"family":"a","type":"counter","help":"…","unit":"seconds"}
///     {"name":"a_total","labels":{"b":"c"},"value":"1","timestampMs":5,"startTimestampMs":1,"exemplars":[…]}
///     {"name":"h","labels":{},"histogram":{"schema":1,"count":"7","sum":"3",…}}
///
/// A family has a line where its metadata has ended, with what was said of it. Numbers are text as in the
/// HTTP API, because JSON has no NaN and no infinity. Of a label that is there twice, which Prometheus
/// refuses but for exemplars, "labels" has the first; the others follow it in their order, so that no reader
/// of JSON loses them: "labels":{"a":"1"},"duplicateLabels":[["a","2"]].
class ExpositionJson
{
public:
    /// The line of a sample or native histogram, preceded by the family's where that is due.
    void addSample(ExpositionParser &parser, ExpositionParser::Entry entry, std::string &out);
    /// A TYPE, HELP or UNIT entry: the line of the family before where a new one begins.
    void addMetadata(const ExpositionParser &parser, ExpositionParser::Entry entry, std::string &out);
    /// The line of a family whose metadata is still held back.
    void flush(std::string &out);

private:
    bool m_hasFamily = false;
    std::string m_family;
    bool m_hasType = false;
    bool m_hasHelp = false;
    MetricMetadata m_metadata;
};

} // namespace sightglass
