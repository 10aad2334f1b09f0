// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/approvedfindings.h"
#include "model/presentation/pageexamination.h"
#include "model/query/querypool.h"
#include "widgets/doctor/doctorheader.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

class QStackedWidget;
class QTabWidget;

namespace sightglass {

class BrowsePane;
class CardinalityPane;
class ExamineBox;
class FindingPane;
class PayloadPane;

/// The endpoint doctor: verdict and figures, findings, the page with them in the margin, its metrics, what
/// makes its series. Shows examinations that it is given; changes nothing itself but says what the user
/// wants. While something is selected or searched for in the page, a newer one waits.
class DoctorView : public QWidget
{
    Q_OBJECT

public:
    DoctorView(std::shared_ptr<QueryPool> pool, const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setSources(const std::vector<DoctorSource> &sources, const QString &current);
    /// Another target or text: what is shown goes away. `waiting` says what is waited for.
    void begin(const QString &waiting, DoctorHeader::Following following);
    void showExamination(const std::shared_ptr<const PageExamination> &examination);
    void setFollowing(DoctorHeader::Following following);
    void setApproved(const ApprovedFindings &approved);
    void setNotice(const QString &notice);
    /// Asks for a text to examine.
    void showExamineBox();
    [[nodiscard]] bool isAskingForText() const;

    [[nodiscard]] const std::shared_ptr<const PageExamination> &examination() const noexcept
    {
        return m_shown;
    }
    [[nodiscard]] DoctorHeader *header() const noexcept { return m_header; }
    [[nodiscard]] FindingPane *findings() const noexcept { return m_findings; }
    [[nodiscard]] PayloadPane *payload() const noexcept { return m_payload; }
    [[nodiscard]] BrowsePane *browser() const noexcept { return m_browser; }
    [[nodiscard]] CardinalityPane *cardinality() const noexcept { return m_cardinality; }
    [[nodiscard]] ExamineBox *examineBox() const noexcept { return m_examineBox; }
    [[nodiscard]] QTabWidget *tabs() const noexcept { return m_tabs; }
    [[nodiscard]] bool isNewerWaiting() const noexcept { return m_newer != nullptr; }

signals:
    void sourceChosen(const QString &id);
    void followToggled(bool follow);
    void approvalChanged(const sightglass::FindingKey &key, bool approved);
    void textGiven(const QString &text);
    void fileGiven(const QString &fileName);
    void examineTextRequested();

private:
    void build();
    void connectParts();
    void applyTheme();
    void display(const std::shared_ptr<const PageExamination> &examination);
    void showDiagnosis();
    void showNewer();
    [[nodiscard]] bool isInUse() const;
    void goTo(SourceSpan place);

    Theme m_theme;
    DoctorHeader *m_header;
    FindingPane *m_findings;
    PayloadPane *m_payload;
    BrowsePane *m_browser;
    CardinalityPane *m_cardinality;
    ExamineBox *m_examineBox;
    QTabWidget *m_tabs = nullptr;
    QWidget *m_body = nullptr;
    QStackedWidget *m_stack = nullptr;
    std::shared_ptr<const PageExamination> m_shown;
    std::shared_ptr<const PageExamination> m_newer; ///< waits until the user has done
    ApprovedFindings m_approved;
};

} // namespace sightglass
