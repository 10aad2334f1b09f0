// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/samplelabels.h"

#include "model/scrape/targetlabels.h"
#include "parser/base/quoting.h"
#include "parser/base/utf8cut.h"
#include "parser/exposition/seriesvalidation.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

Error invalidSeries(std::string text)
{
    return {ErrorCode::InvalidSeries, {std::move(text)}, {}, {}};
}

/// The first 50 characters, as the texts of the limits have them.
std::string_view shortened(std::string_view text)
{
    constexpr std::size_t maxRunes = 50;
    std::size_t runes = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!isUtf8Continuation(text[at]) && ++runes > maxRunes)
            return text.substr(0, at);
    }
    return text;
}

std::string exceeded(std::string_view limit, const Labels &labels, const std::string &what)
{
    return std::string(limit) + " exceeded (metric: " + std::string(shortened(labels.metricName())) + ", " +
           what + ")";
}

std::string lengths(std::size_t length, std::uint64_t limit)
{
    return ", length: " + std::to_string(length) + ", limit: " + std::to_string(limit);
}

bool hasLegacyNames(const Labels &labels)
{
    return isLegacyMetricName(labels.metricName()) &&
           std::all_of(labels.begin(), labels.end(),
                       [](const LabelView &label) { return isLegacyLabelName(label.name); });
}

} // namespace

SampleLabels::SampleLabels(Labels targetLabels, const SampleRules &rules)
    : m_targetLabels(std::move(targetLabels))
    , m_honorLabels(rules.honorLabels)
    , m_validation(rules.nameValidation)
    , m_limits(rules.limits)
{
    if (Result<Relabeling> relabeling = Relabeling::compile(rules.metricRelabelRules))
        m_relabeling = std::move(*relabeling);
}

Result<std::optional<Labels>> SampleLabels::of(const ExpositionParser &parser)
{
    parser.decodeLabels(m_scratch);
    if (m_honorLabels)
        addTargetLabels(m_scratch, m_targetLabels);
    else
        applyTargetLabels(m_scratch, m_targetLabels);
    if (!m_relabeling.empty() && (m_relabeling.apply(m_scratch) == RelabelVerdict::Drop || m_scratch.empty()))
        return std::optional<Labels>();
    Result<Labels> labels = validatedLabels(m_scratch);
    std::optional<Error> error = labels ? limitProblem(*labels) : std::move(labels).error();
    if (error) {
        error->position = parser.position();
        return std::move(*error);
    }
    return std::optional<Labels>(std::move(*labels));
}

std::optional<Error> SampleLabels::limitProblem(const Labels &labels) const
{
    if (m_validation == NameValidation::Legacy && !hasLegacyNames(labels))
        return invalidSeries("invalid metric name or label names: " + labels.toString());
    if (m_limits.labels > 0 && labels.size() > m_limits.labels)
        return invalidSeries(exceeded("label_limit", labels,
                                      "number of labels: " + std::to_string(labels.size()) +
                                          ", limit: " + std::to_string(m_limits.labels)));
    if (m_limits.labelNameLength == 0 && m_limits.labelValueLength == 0)
        return std::nullopt;
    for (const LabelView label : labels) {
        const std::string name = "label name: " + std::string(shortened(label.name));
        if (m_limits.labelNameLength > 0 && label.name.size() > m_limits.labelNameLength)
            return invalidSeries(exceeded("label_name_length_limit", labels,
                                          name + lengths(label.name.size(), m_limits.labelNameLength)));
        if (m_limits.labelValueLength > 0 && label.value.size() > m_limits.labelValueLength)
            return invalidSeries(exceeded("label_value_length_limit", labels,
                                          name + ", value: " + goQuoted(shortened(label.value)) +
                                              lengths(label.value.size(), m_limits.labelValueLength)));
    }
    return std::nullopt;
}

} // namespace sightglass
