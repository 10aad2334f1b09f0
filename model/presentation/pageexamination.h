// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/diagnosis.h"
#include "model/analysis/pageextras.h"
#include "model/analysis/pagerows.h"
#include "model/scrape/pagecapture.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A page that came in, and what is known around it.
struct PageToExamine
{
    std::shared_ptr<const PageCapture> page;   ///< never null
    std::shared_ptr<const PageCapture> before; ///< the last page that could be read; null: none
    ScrapeFacts facts;
};

/// All that is to be said about a page, and the page itself with what finds its places. Immutable; many views
/// share one.
class PageExamination
{
public:
    /// Time n log n of the page: not for the GUI thread.
    [[nodiscard]] static std::shared_ptr<const PageExamination> examine(PageToExamine input);
    PageExamination(const PageExamination &) = delete;
    PageExamination &operator=(const PageExamination &) = delete;

    [[nodiscard]] const PageCapture &capture() const noexcept { return *m_input.page; }
    [[nodiscard]] const ScrapeFacts &facts() const noexcept { return m_input.facts; }
    [[nodiscard]] const ExposedPage &page() const noexcept { return m_page; }
    [[nodiscard]] const PageExtras &extras() const noexcept { return m_extras; }
    /// Nothing is approved in it.
    [[nodiscard]] const Diagnosis &diagnosis() const noexcept { return m_diagnosis; }
    /// Whether there was a page before to compare with.
    [[nodiscard]] bool isCompared() const noexcept { return m_input.before != nullptr; }
    [[nodiscard]] const std::vector<FamilyChurn> &churn() const noexcept { return m_churn; }

    /// What is shown of the page, in rows: its body, or of a protobuf page writtenPage().
    [[nodiscard]] const PageRows &rows() const noexcept { return m_rows; }
    [[nodiscard]] std::string_view text() const noexcept { return m_rows.text(); }
    /// Where in text() a finding is; of protobuf pages the line of its family. Empty at 0: nowhere.
    [[nodiscard]] SourceSpan placeOf(const PageFinding &finding) const noexcept;
    /// Where in text() a family begins.
    [[nodiscard]] SourceSpan placeOf(const PageFamily &family) const noexcept;

private:
    explicit PageExamination(PageToExamine input);

    PageToExamine m_input;
    ExposedPage m_page;
    PageExtras m_extras;
    Diagnosis m_diagnosis;
    std::vector<FamilyChurn> m_churn;
    std::string m_written;                  ///< of protobuf pages
    std::vector<std::size_t> m_familyLines; ///< of protobuf pages: in m_written, as ExposedPage::families
    PageRows m_rows;
};

} // namespace sightglass
