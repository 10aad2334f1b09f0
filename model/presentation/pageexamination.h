// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/diagnosis.h"
#include "model/analysis/pageextras.h"
#include "model/analysis/pagerows.h"
#include "model/scrape/pagecapture.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A page that came in, and what is known around it.
struct PageToExamine
{
    std::shared_ptr<const PageCapture> page;   ///< never null
    std::shared_ptr<const PageCapture> before; ///< of the scrape before, a page that was taken; null: none
    ScrapeFacts facts;
};

/// All that is to be said about a page, and the page itself with what finds its places. Immutable; many views
/// share one.
class PageExamination
{
public:
    /// Time n log n of the page: not for the GUI thread. Null soon after a stop.
    [[nodiscard]] static std::shared_ptr<const PageExamination> examine(PageToExamine input,
                                                                        const std::stop_token &stop = {});
    PageExamination(const PageExamination &) = delete;
    PageExamination &operator=(const PageExamination &) = delete;

    [[nodiscard]] const PageCapture &capture() const noexcept { return *m_input.page; }
    [[nodiscard]] const ScrapeFacts &facts() const noexcept { return m_input.facts; }
    [[nodiscard]] const ExposedPage &page() const noexcept { return m_page; }
    [[nodiscard]] const PageExtras &extras() const noexcept { return m_extras; }
    /// Nothing is approved in it.
    [[nodiscard]] const Diagnosis &diagnosis() const noexcept { return m_diagnosis; }
    /// Whether there was a page before to compare with.
    [[nodiscard]] bool isCompared() const noexcept { return m_isCompared; }
    [[nodiscard]] const std::vector<FamilyChurn> &churn() const noexcept { return m_churn; }

    /// What is shown of the page, in rows: its body, or of a protobuf page writtenPage(); where an answer was
    /// refused, that, whether page() is of it or not.
    [[nodiscard]] const PageRows &rows() const noexcept { return m_rows; }
    [[nodiscard]] std::string_view text() const noexcept { return m_rows.text(); }
    /// Where in text() a finding of diagnosis() is; of protobuf pages the line of its family. Nothing:
    /// nowhere.
    [[nodiscard]] std::optional<SourceSpan> placeOf(const PageFinding &finding) const noexcept;
    /// Where in text() a family begins.
    [[nodiscard]] SourceSpan placeOf(const PageFamily &family) const noexcept;

private:
    explicit PageExamination(PageToExamine input);
    void examine(const std::stop_token &stop);
    void write();

    PageToExamine m_input; ///< the page before is let go
    bool m_isCompared = false;
    ExposedPage m_page;
    PageExtras m_extras;
    Diagnosis m_diagnosis;
    std::vector<FamilyChurn> m_churn;
    std::string m_written;                  ///< of protobuf pages
    std::vector<std::size_t> m_familyLines; ///< of protobuf pages: in m_written, as ExposedPage::families
    /// Of protobuf pages: the families that findings are about, by name.
    std::map<std::string, std::size_t, std::less<>> m_familyOfFinding;
    PageRows m_rows;
};

} // namespace sightglass
