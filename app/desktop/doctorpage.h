// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/doctorsession.h"
#include "widgets/style/theme.h"

#include <QWidget>

namespace sightglass {

class DoctorView;

/// Shows a DoctorSession in a DoctorView, and tells it what the user wants. Made of nothing until it is first
/// shown.
class DoctorPage : public QWidget
{
    Q_OBJECT

public:
    DoctorPage(Workspace *workspace, const Theme &theme, QWidget *parent = nullptr);
    ~DoctorPage() override;

    /// Where approved findings are kept.
    void setApprovalFolder(const QString &folder) { m_session->setApprovalFolder(folder); }
    void setTheme(const Theme &theme);
    /// Made when it is first asked for.
    [[nodiscard]] DoctorView *view();

    /// Unknown ids are ignored.
    void examineTarget(const QString &targetId);
    /// Asks for a text.
    void askForText();
    void examineText(const QString &text);
    void examineFile(const QString &fileName);

    /// Whether the page is in front. Where nobody chose it begins with the target whose
    /// trouble is worst, `firstTarget` where that has any or none has.
    void setActive(bool active, const QString &firstTarget);

private:
    void connectView();
    void connectSession();
    void showBeginning(DoctorSession::Subject subject);
    void showProblem(const QString &problem);

    Workspace *m_workspace;
    Theme m_theme;
    DoctorSession *m_session;
    DoctorView *m_view = nullptr;
};

} // namespace sightglass
