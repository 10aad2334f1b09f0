// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/pageexamination.h"

#include "model/analysis/pagetext.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

/// A page that was refused for what is on it says so itself, and where. All other reasons are the scrape's.
std::optional<Error> scrapeErrorOf(const PageCapture &capture)
{
    const bool isOnThePage = capture.error && (capture.error->code == ErrorCode::ExpositionSyntax ||
                                               capture.error->code == ErrorCode::InvalidSeries);
    return isOnThePage && !capture.body.empty() ? std::nullopt : capture.error;
}

} // namespace

std::shared_ptr<const PageExamination> PageExamination::examine(PageToExamine input)
{
    return std::shared_ptr<const PageExamination>(new PageExamination(std::move(input)));
}

PageExamination::PageExamination(PageToExamine input)
    : m_input(std::move(input))
{
    const PageCapture &capture = *m_input.page;
    m_input.facts.error = scrapeErrorOf(capture);
    if (capture.body.empty())
        m_input.before = nullptr; // nothing came: what is missing has not gone
    m_page = readPage(capture.body, capture.format);
    m_extras = readExtras(m_page);
    if (m_input.before != nullptr) {
        const ExposedPage before = readPage(m_input.before->body, m_input.before->format);
        m_diagnosis = diagnose(before, m_page, m_input.facts);
        m_churn = churnBetween(before, m_page);
    } else {
        m_diagnosis = diagnose(m_page, m_input.facts);
    }
    if (capture.format != ExpositionFormat::Protobuf) {
        m_rows = PageRows(capture.body);
        return;
    }
    PageText written = writtenPage(m_page, m_extras);
    m_written = std::move(written.text);
    m_familyLines = std::move(written.familyOffsets);
    m_rows = PageRows(m_written);
}

SourceSpan PageExamination::placeOf(const PageFinding &finding) const noexcept
{
    if (m_page.format != ExpositionFormat::Protobuf)
        return finding.position.line == 0 ? SourceSpan{} : finding.span;
    const auto family =
        std::find_if(m_page.families.begin(), m_page.families.end(), [&](const PageFamily &each) {
            return !finding.metric.empty() && m_page.name(each) == finding.metric;
        });
    return family == m_page.families.end() ? SourceSpan{} : placeOf(*family);
}

SourceSpan PageExamination::placeOf(const PageFamily &family) const noexcept
{
    if (m_page.format != ExpositionFormat::Protobuf)
        return family.span;
    const std::size_t begin = m_familyLines[static_cast<std::size_t>(&family - m_page.families.data())];
    return {begin, std::min(text().find('\n', begin), text().size())};
}

} // namespace sightglass
