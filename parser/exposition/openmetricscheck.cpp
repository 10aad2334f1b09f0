// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/error.h"
#include "parser/base/quoting.h"
#include "parser/exposition/expositioncheck.h"
#include "parser/exposition/familycheck.h"
#include "parser/exposition/familynames.h"
#include "parser/exposition/linesyntax.h"
#include "parser/exposition/openmetricsparser.h"

#include <algorithm>

namespace sightglass {

namespace {

using Entry = ExpositionParser::Entry;

/// Outside of the class, or clang does not know yet how to make one.
struct Family
{
    std::string name;
    MetricType type = MetricType::Unknown;
    std::string unit;
    bool hasType = false;
    bool hasHelp = false;
    bool hasUnit = false;
    bool saidSuffix = false;
    SourceSpan span;
};

class OpenMetricsCheck
{
public:
    OpenMetricsCheck(std::string_view body, std::size_t limit)
        : m_parser(body, LineScanning::Fast)
        , m_sink(limit)
        , m_check(m_sink)
    {}

    std::vector<ExpositionDiagnostic> run(const std::stop_token &stop)
    {
        while (!m_sink.full() && !stop.stop_requested()) {
            const Result<Entry> entry = m_parser.next();
            if (!entry) {
                if (!takeError(entry.error()))
                    break;
            } else if (*entry == Entry::End) {
                break;
            } else if (*entry == Entry::Sample) {
                takeSample();
            } else {
                takeMetadata(*entry);
            }
        }
        endFamily();
        return m_sink.take(m_parser.body());
    }

private:
    [[nodiscard]] SourceSpan lineSpan() const
    {
        const std::string_view text = m_parser.entryText();
        const std::size_t end = m_parser.entryOffset() + text.size() - (text.ends_with('\n') ? 1 : 0);
        return {m_parser.entryOffset(), end};
    }

    bool takeError(const Error &error);
    void takeSample();
    void takeMetadata(Entry entry);
    void setMetadata(Entry entry, SourceSpan span);
    [[nodiscard]] bool isMisnamed(std::string_view sample) const;
    void beginFamily(std::string_view name, SourceSpan span);
    void endFamily();

    OpenMetricsParser m_parser;
    DiagnosticSink m_sink;
    std::optional<FamilyCheck> m_check;
    std::optional<Family> m_family;
    std::set<std::string, std::less<>> m_names; ///< of families, and of the samples that they may have
    std::vector<Label> m_labels;
};

/// False where nothing more can be read.
bool OpenMetricsCheck::takeError(const Error &error)
{
    const bool behindEnd = m_parser.entryText().starts_with("# EOF");
    const bool atEnd = error.span.begin >= m_parser.body().size();
    m_sink.add(DiagnosticSeverity::Rejected, behindEnd || atEnd ? "eof" : "syntax", error.span,
               plainText(error));
    m_check->setDamaged();
    return !behindEnd && m_parser.resume();
}

void OpenMetricsCheck::takeSample()
{
    const SourceSpan span = lineSpan();
    checkSampleSyntax(m_parser.parts(), m_parser.exemplar(), span, m_sink);
    // Escapes resolved, but le and quantile as written.
    decodeSampleLabels(m_parser.parts(), MetricType::Unknown, m_labels);
    const std::string &name = m_labels.front().value;
    std::string_view suffix;
    if (m_family && isMisnamed(name)) {
        if (!std::exchange(m_family->saidSuffix, true))
            m_sink.wrong("missing-suffix", span,
                         std::string(metricTypeName(m_family->type)) + ' ' + m_family->name +
                             " must have samples " + m_family->name +
                             std::string(openMetricsSuffixes(m_family->type).front()));
        m_check->setDamaged();
        return;
    }
    if (!m_family || !isSampleOf(name, m_family->name, openMetricsSuffixes(m_family->type), suffix))
        beginFamily(name, span);
    StrictSample sample;
    sample.type = m_family->type;
    sample.family = m_family->name;
    sample.name = name;
    sample.suffix = suffix = std::string_view(name).substr(m_family->name.size());
    sample.labels = std::span<const Label>(m_labels).subspan(1);
    sample.value = m_parser.value();
    sample.seconds = m_parser.timestampSeconds();
    sample.exemplar = m_parser.exemplar();
    sample.body = m_parser.body();
    sample.span = span;
    m_check->add(sample);
}

/// Whether the sample has the name of its family, where that needs a suffix.
bool OpenMetricsCheck::isMisnamed(std::string_view sample) const
{
    std::string_view suffix;
    return sample == m_family->name &&
           !isSampleOf(sample, m_family->name, openMetricsSuffixes(m_family->type), suffix);
}

void OpenMetricsCheck::takeMetadata(Entry entry)
{
    const SourceSpan span = lineSpan();
    const std::string_view name = m_parser.metadataName();
    checkMetadataSyntax(m_parser.entryText(), span, m_sink);
    if (!m_family || m_family->name != name)
        beginFamily(name, span);
    else if (m_check->hasSamples() || m_family->saidSuffix)
        m_sink.wrong("metadata-after-samples", span,
                     "the metadata of " + m_family->name + " must stand before its samples");
    setMetadata(entry, span);
}

void OpenMetricsCheck::setMetadata(Entry entry, SourceSpan span)
{
    bool &has = entry == Entry::Help   ? m_family->hasHelp
                : entry == Entry::Type ? m_family->hasType
                                       : m_family->hasUnit;
    if (std::exchange(has, true))
        m_sink.wrong("repeated-metadata", span,
                     "a family has at most one line each of TYPE, UNIT and HELP: " + m_family->name);
    if (entry == Entry::Type)
        m_family->type = m_parser.metadataType();
    else if (entry == Entry::Unit)
        m_family->unit = m_parser.metadataText();
}

void OpenMetricsCheck::beginFamily(std::string_view name, SourceSpan span)
{
    endFamily();
    m_family.emplace();
    m_family->name = name;
    m_family->span = span;
    // What begins with an underscore must not be used; colons are for what recording rules write.
    const bool mustNot = name.starts_with('_');
    if (mustNot || name.find(':') != std::string_view::npos)
        m_sink.add(mustNot ? DiagnosticSeverity::Wrong : DiagnosticSeverity::Advice, "reserved-name", span,
                   "names with colons, and those that begin with an underscore, are reserved: " +
                       goQuoted(name));
}

void OpenMetricsCheck::endFamily()
{
    if (!m_family)
        return;
    m_check->finish();
    if (!m_family->unit.empty() &&
        (m_family->type == MetricType::Info || m_family->type == MetricType::StateSet))
        m_sink.wrong("unit-not-allowed", m_family->span,
                     std::string(metricTypeName(m_family->type)) +
                         " metrics have no unit: " + m_family->name);
    std::vector<std::string> names = {m_family->name};
    for (const std::string_view suffix : openMetricsSuffixes(m_family->type)) {
        if (!suffix.empty())
            names.push_back(m_family->name + std::string(suffix));
    }
    bool clashes = false;
    for (std::string &name : names) {
        if (!m_names.insert(name).second && !std::exchange(clashes, true))
            m_sink.wrong(
                "clashing-name", m_family->span,
                "the name " + goQuoted(name) +
                    " belongs to a family further up: the lines of a family must follow each other, and "
                    "no two families may share a name of samples");
    }
    m_family.reset();
    m_check.emplace(m_sink);
}

} // namespace

std::vector<ExpositionDiagnostic> checkOpenMetrics(std::string_view body, std::size_t limit,
                                                   const std::stop_token &stop)
{
    return OpenMetricsCheck(body, limit).run(stop);
}

bool isConforming(const std::vector<ExpositionDiagnostic> &diagnostics) noexcept
{
    return std::all_of(diagnostics.begin(), diagnostics.end(), [](const ExpositionDiagnostic &each) {
        return each.severity == DiagnosticSeverity::Advice;
    });
}

} // namespace sightglass
