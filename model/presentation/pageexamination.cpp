// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/pageexamination.h"

#include "model/analysis/answercontent.h"
#include "model/analysis/pagetext.h"

#include <algorithm>
#include <set>
#include <utility>

namespace sightglass {

namespace {

/// What of a scrape is read as a page.
struct ReadBytes
{
    std::string_view body;
    ExpositionFormat format = ExpositionFormat::PrometheusText;
};

ReadBytes readBytesOf(const PageCapture &capture)
{
    if (capture.refused == nullptr || !capture.error)
        return {capture.body, capture.format};
    const auto format = examinedFormat(*capture.refused, *capture.error);
    return format ? ReadBytes{capture.refused->body, *format} : ReadBytes{};
}

/// A page that was refused for what is on it says so itself, and where. All other reasons are the scrape's.
std::optional<Error> scrapeErrorOf(const PageCapture &capture)
{
    const bool isOnThePage = capture.error && (capture.error->code == ErrorCode::ExpositionSyntax ||
                                               capture.error->code == ErrorCode::InvalidSeries);
    return isOnThePage && !capture.body.empty() ? std::nullopt : capture.error;
}

} // namespace

std::shared_ptr<const PageExamination> PageExamination::examine(PageToExamine input,
                                                                const std::stop_token &stop)
{
    const std::shared_ptr<PageExamination> examination(new PageExamination(std::move(input)));
    examination->examine(stop);
    return stop.stop_requested() ? nullptr : examination;
}

PageExamination::PageExamination(PageToExamine input)
    : m_input(std::move(input))
{}

void PageExamination::examine(const std::stop_token &stop)
{
    const PageCapture &capture = *m_input.page;
    const ReadBytes read = readBytesOf(capture);
    m_input.facts.error = scrapeErrorOf(capture);
    m_input.facts.refused = capture.refused;
    PageReading reading;
    reading.options = m_input.facts.reading;
    reading.stop = stop;
    DiagnosisOptions options;
    options.stop = stop;
    m_page = readPage(read.body, read.format, reading);
    m_extras = readExtras(m_page, stop);
    const std::shared_ptr<const PageCapture> earlier = std::move(m_input.before);
    // Where nothing came, what is missing has not gone.
    m_isCompared = earlier != nullptr && !capture.body.empty();
    if (m_isCompared) {
        const ExposedPage before = readPage(earlier->body, earlier->format, reading);
        m_diagnosis = diagnose(before, m_page, m_input.facts, options);
        if (!stop.stop_requested())
            m_churn = churnBetween(before, m_page);
    } else {
        m_diagnosis = diagnose(m_page, m_input.facts, options);
    }
    if (stop.stop_requested())
        return;
    if (m_page.format == ExpositionFormat::Protobuf)
        write();
    else
        m_rows = PageRows(capture.refused == nullptr ? capture.body : capture.refused->body);
}

void PageExamination::write()
{
    PageText written = writtenPage(m_page, m_extras);
    m_written = std::move(written.text);
    m_familyLines = std::move(written.familyOffsets);
    m_rows = PageRows(m_written);
    std::set<std::string_view> wanted;
    for (const PageFinding &finding : m_diagnosis.findings)
        wanted.insert(finding.metric);
    for (std::size_t i = 0; i < m_page.families.size(); ++i) {
        const std::string_view name = m_page.name(m_page.families[i]);
        if (!name.empty() && wanted.contains(name))
            m_familyOfFinding.emplace(name, i);
    }
}

std::optional<SourceSpan> PageExamination::placeOf(const PageFinding &finding) const noexcept
{
    if (m_page.format != ExpositionFormat::Protobuf)
        return finding.position.line == 0 ? std::nullopt : std::optional(finding.span);
    const auto family = m_familyOfFinding.find(finding.metric);
    return family == m_familyOfFinding.end() ? std::nullopt
                                             : std::optional(placeOf(m_page.families[family->second]));
}

SourceSpan PageExamination::placeOf(const PageFamily &family) const noexcept
{
    if (m_page.format != ExpositionFormat::Protobuf)
        return family.span;
    const std::size_t begin = m_familyLines[static_cast<std::size_t>(&family - m_page.families.data())];
    return {begin, std::min(text().find('\n', begin), text().size())};
}

} // namespace sightglass
