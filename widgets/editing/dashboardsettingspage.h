// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/dashboarddocument.h"
#include "model/presentation/dashboardfeed.h"
#include "widgets/editing/editingcontext.h"
#include "widgets/style/theme.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QTabWidget;

namespace sightglass {

class OptionForm;
class SettingsList;
class VariablePreview;

/// What of a dashboard is no panel, in place of its grid: title, times and the like, variables with what they
/// come to, annotations, links. Each change is a step of the document at once, so it can be undone (Ctrl+Z),
/// and what is wrong is said where it is. Escape goes back.
class DashboardSettingsPage : public QWidget
{
    Q_OBJECT

public:
    /// The document must outlive the page.
    DashboardSettingsPage(DashboardDocument *document, const EditingContext &context, const Theme &theme,
                          QWidget *parent = nullptr);

    enum class Section
    {
        General,
        Variables,
        Annotations,
        Links
    };
    void showSection(Section section);
    void refresh(const DashboardFeed::Question &question);
    void setTheme(const Theme &theme);

    [[nodiscard]] OptionForm *general() const noexcept { return m_general; }
    [[nodiscard]] SettingsList *variables() const noexcept { return m_variables; }
    [[nodiscard]] SettingsList *annotations() const noexcept { return m_annotations; }
    [[nodiscard]] SettingsList *links() const noexcept { return m_links; }
    [[nodiscard]] VariablePreview *preview() const noexcept { return m_preview; }

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void apply(const DashboardSpec &dashboard, const std::string &gesture);
    void showDashboard();
    void showGeneral();
    void showPreview();
    void showChoices();

    QPointer<DashboardDocument> m_document;
    EditingContext m_context;
    DashboardFeed::Question m_question;
    QLabel *m_title;
    QTabWidget *m_tabs;
    OptionForm *m_general;
    SettingsList *m_variables;
    SettingsList *m_annotations;
    SettingsList *m_links;
    VariablePreview *m_preview;
    bool m_hasLabels = false; ///< the labels of some snapshot are offered
};

} // namespace sightglass
