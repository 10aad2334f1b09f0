// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/vectormatching.h"

#include "model/query/seriesjoiner.h"
#include "parser/base/quoting.h"

#include <algorithm>

namespace sightglass {

namespace {

/// All labels with the name among them, as Prometheus' label sets print: {__name__="x", a="b"}.
std::string labelText(const Labels &labels)
{
    std::string text = "{";
    for (const LabelView label : labels) {
        if (text.size() > 1)
            text += ", ";
        text += isLegacyLabelName(label.name) ? std::string(label.name) : goQuoted(label.name);
        text += '=';
        text += goQuoted(label.value);
    }
    return text + '}';
}

} // namespace

Labels matchSignature(const Labels &labels, const promql::VectorMatching &matching)
{
    if (matching.on)
        return matching.labels.empty() ? Labels() : labels.keeping(matching.labels);
    std::vector<std::string> ignored = matching.labels;
    ignored.emplace_back(metricNameLabel);
    return labels.dropping(ignored);
}

MatchGroups::MatchGroups(const Value &vector, const promql::VectorMatching &matching)
{
    m_groupOf.reserve(vector.series.size());
    for (std::size_t i = 0; i < vector.series.size(); ++i) {
        Labels signature = matchSignature(vector.series[i].labels, matching);
        const auto [at, fresh] = m_indexOf.try_emplace(signature, m_members.size());
        if (fresh) {
            m_members.emplace_back();
            m_signatures.push_back(std::move(signature));
        }
        m_members[at->second].push_back(i);
        m_groupOf.push_back(at->second);
    }
}

std::size_t MatchGroups::find(const Labels &signature) const
{
    const auto at = m_indexOf.find(signature);
    return at == m_indexOf.end() ? npos : at->second;
}

Labels matchedLabels(const promql::Binary &binary, const Labels &many, const Labels &one)
{
    const promql::VectorMatching &matching = *binary.matching;
    Labels labels = promql::isArithmetic(binary.op) ? withoutMetadataLabels(many) : many;
    if (matching.cardinality == promql::MatchCardinality::OneToOne)
        labels = matching.on ? labels.keeping(matching.labels) : labels.dropping(matching.labels);
    for (const std::string &name : matching.include)
        labels = labels.with(name, one.value(name));
    return labels;
}

std::string duplicateMatchText(const Labels &signature, const Labels &first, const Labels &second,
                               bool onRight)
{
    std::string a = labelText(first);
    std::string b = labelText(second);
    if (b < a)
        std::swap(a, b);
    return "found duplicate series for the match group " + labelText(signature) + " on the " +
           (onRight ? "right" : "left") + " hand-side of the operation: [" + a + ", " + b +
           "];many-to-many matching not allowed: matching labels must be unique on one side";
}

} // namespace sightglass
