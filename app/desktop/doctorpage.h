// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/approvalfiles.h"
#include "model/presentation/doctorfeed.h"
#include "model/presentation/examinedtext.h"
#include "model/presentation/workspace.h"
#include "model/scrape/backgroundtask.h"
#include "widgets/style/theme.h"

#include <QUrl>
#include <QWidget>

#include <memory>
#include <optional>

namespace sightglass {

class DoctorView;

/// The endpoint doctor on a workspace: one target at a time, or a text that somebody pasted or dropped. Asks
/// for pages only while it is in front. Made of nothing until it is first shown.
class DoctorPage : public QWidget
{
    Q_OBJECT

public:
    DoctorPage(Workspace *workspace, const Theme &theme, QWidget *parent = nullptr);
    ~DoctorPage() override;

    /// Where approved findings are kept.
    void setApprovalFolder(const QString &folder) { m_approvals = ApprovalFiles(folder); }
    void setTheme(const Theme &theme);
    /// Made when it is first asked for.
    [[nodiscard]] DoctorView *view();

    /// Unknown ids are ignored.
    void examineTarget(const QString &targetId);
    /// Asks for a text.
    void askForText();
    void examineText(const QString &text);
    /// The file is read on a thread of its own.
    void examineFile(const QString &fileName);

    /// Whether the page is in front. `firstTarget` is what it begins with where nobody chose.
    void setActive(bool active, const QString &firstTarget);

private:
    void take(const CollectorTick &tick);
    void takePage(const CollectorTick &tick);
    void updateSources();
    void choose(const QString &sourceId);
    void watch();
    void showText(Result<std::shared_ptr<const PageCapture>> page, const QString &name);
    void changeApproval(const FindingKey &key, bool approved);
    void applyApprovals(const ApprovalFiles::Kept &kept);
    [[nodiscard]] const TargetConfig *target() const;

    Workspace *m_workspace;
    Theme m_theme;
    DoctorFeed *m_feed;
    DoctorView *m_view = nullptr;
    ApprovalFiles m_approvals;
    BackgroundTask<Result<std::shared_ptr<const PageCapture>>> m_reading;
    QString m_readName;                            ///< of the file that is being read
    QString m_sourceId;                            ///< a target's id, textId, or empty
    QUrl m_sourceUrl;                              ///< of that target, as it was when it was chosen
    std::shared_ptr<const PageCapture> m_outdated; ///< what the target's address before answered
    QString m_textName;                            ///< of the text that was examined last; empty: none
    std::shared_ptr<const PageCapture> m_text;
    ApprovedFindings m_textApprovals; ///< for as long as the window is open
    bool m_active = false;
};

} // namespace sightglass
