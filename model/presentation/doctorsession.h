// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/approvalkeeper.h"
#include "model/presentation/doctorfeed.h"
#include "model/presentation/doctorsource.h"
#include "model/presentation/examinedtext.h"
#include "model/presentation/workspace.h"
#include "model/scrape/backgroundtask.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <vector>

namespace sightglass {

/// What the endpoint doctor looks at on a workspace: one target at a time, or a text that somebody gave it.
/// Has pages examined, keeps what is approved, and says what is to be shown. Without widgets; GUI thread.
class DoctorSession : public QObject
{
    Q_OBJECT

public:
    enum class Subject
    {
        Nothing, ///< there is neither a target nor a text
        Target,
        Text
    };

    /// `workspace` outlives this.
    explicit DoctorSession(Workspace *workspace, QObject *parent = nullptr);
    ~DoctorSession() override;

    /// Where approved findings are kept; without one they are for as long as a source is looked at.
    void setApprovalFolder(const QString &folder);

    /// From now on there is a source wherever there can be one: worstTarget(), until somebody chooses, and
    /// again when the chosen one goes. Nothing is told before.
    void start();
    /// Whether anybody looks: pages are asked for only then.
    void setActive(bool active);

    [[nodiscard]] const std::vector<DoctorSource> &sources() const noexcept { return m_sources; }
    /// The id of the one that is looked at; empty: none.
    [[nodiscard]] const QString &current() const noexcept { return m_current; }

    /// Begins anew, also with what is looked at already. Unknown ids are ignored.
    void choose(const QString &sourceId);
    /// The same with worstTarget().
    void chooseWorst(const QString &preferred);
    void examineText(const QString &text);
    /// The file is read on a thread of its own, one at a time.
    void examineFile(const QString &fileName);
    void setFollowing(bool following);
    /// Shown at once; what could not be kept is taken back, with a notice.
    void setApproved(const FindingKey &key, bool approved);

signals:
    /// Other sources, or another one of them is the current one.
    void sourcesChanged();
    /// Another source, or another address of the same target: what was told before is of no meaning.
    void began(sightglass::DoctorSession::Subject subject);
    void examined(std::shared_ptr<const sightglass::PageExamination> examination);
    void followingChanged(bool following);
    void approvalsChanged(const sightglass::ApprovedFindings &approved);
    /// Something to be known about the approvals, displayable; empty: nothing any more.
    void noticeChanged(const QString &notice);
    /// A text or file could not be examined.
    void textRefused(const QString &problem);

private:
    using ExaminedPage = Result<std::shared_ptr<const PageCapture>>;

    void take(const CollectorTick &tick);
    void takePage(const CollectorTick &tick);
    void takeHealth(const CollectorTick &tick);
    void updateSources();
    [[nodiscard]] std::vector<DoctorSource> knownSources() const;
    [[nodiscard]] QString beginning() const;
    void begin(const QString &sourceId);
    void watch();
    void takeText(ExaminedPage page, const QString &name);
    void showApprovals(const ApprovedFindings &approved);
    [[nodiscard]] ApprovalKeeper::Answer approvalsAnswer();
    [[nodiscard]] const TargetConfig *target() const;

    Workspace *m_workspace;
    DoctorFeed *m_feed;
    std::unique_ptr<ApprovalKeeper> m_keeper; ///< null: nothing is kept
    BackgroundTask<ExaminedPage> m_reading;
    QString m_readName; ///< of the file that is being read
    std::vector<DoctorSource> m_sources;
    QString m_current;
    std::vector<QString> m_down;               ///< targets, by id
    QUrl m_url;                                ///< of that target, as it was when it began
    QString m_textName;                        ///< of the text that was examined last
    std::shared_ptr<const PageCapture> m_text; ///< null: none
    ApprovedFindings m_approved;               ///< as shown
    ApprovedFindings m_textApprovals;          ///< for as long as this lives
    std::uint64_t m_question = 0;              ///< the last one about approvals: only its answer counts
    bool m_started = false;
    bool m_active = false;
};

} // namespace sightglass
