// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/editing/dashboardhistory.h"
#include "model/presentation/panelinputs.h"
#include "widgets/editing/editingcontext.h"
#include "widgets/editing/panelpreview.h"

#include <QWidget>

#include <map>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace sightglass {

class OptionForm;
class OverridesEdit;
class QueriesEdit;
class TransformationsEdit;
class TypePicker;

/// The editor of one panel: at the left how it looks, live, with its queries and transformations below; at
/// the right its type as pictures and all its options, which can be searched. Ctrl+Z and Ctrl+Shift+Z undo
/// and redo inside, Ctrl+Return applies, Escape asks to leave. Knows nothing of dashboards: who opened it
/// takes the panel when it is applied.
class PanelEditor : public QWidget
{
    Q_OBJECT

public:
    PanelEditor(EditingContext context, const Theme &theme, QWidget *parent = nullptr);
    ~PanelEditor() override;

    /// Begins with this panel; what was edited before is gone.
    void setPanel(const PanelSpec &panel);
    [[nodiscard]] const PanelSpec &panel() const { return m_history.now().panels.front(); }
    /// Other than what it began with.
    [[nodiscard]] bool isChanged() const { return !m_history.isSaved(); }

    /// See PanelPreview.
    void setPresenter(PanelPreview::Presenter presenter);
    void setColorBook(const std::shared_ptr<SeriesColorBook> &book);
    void refresh(const DashboardFeed::Question &question);
    void setShownTime(const PanelTime &time);
    void setTheme(const Theme &theme);
    void setTimeZone(const QTimeZone &zone);
    /// Those of the dashboard, for which a panel can be repeated.
    void setVariables(const std::vector<VariableSpec> &variables);
    [[nodiscard]] PanelPreview *preview() const noexcept { return m_preview; }
    [[nodiscard]] TypePicker *types() const noexcept { return m_types; }
    [[nodiscard]] QueriesEdit *queries() const noexcept { return m_queries; }
    [[nodiscard]] TransformationsEdit *transformations() const noexcept { return m_transformations; }
    [[nodiscard]] OverridesEdit *overrides() const noexcept { return m_overrides; }
    /// Of what all panels have; of the type; of the fields.
    [[nodiscard]] OptionForm *panelForm() const noexcept { return m_panelForm; }
    [[nodiscard]] OptionForm *optionForm() const noexcept { return m_optionForm; }
    [[nodiscard]] OptionForm *fieldForm() const noexcept { return m_fieldForm; }

public slots:
    void undo();
    void redo();
    void apply();
    void discard();

signals:
    /// The panel is to be this one.
    void applied(const sightglass::PanelSpec &panel);
    /// Nothing is to be changed; where there were changes the user was asked by the editor itself.
    void discarded();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildBar();
    [[nodiscard]] QWidget *buildSide();
    void connectParts();
    /// Takes a change; of the same gesture where something is typed on.
    void take(PanelSpec panel, const std::string &gesture);
    void chooseType(PanelType type);
    void showPanel();
    /// What fields can be chosen from: what the preview shows, and what transformations are given.
    void showChoices(const PanelData &answer);
    void askInputs();

    EditingContext m_context;
    Theme m_theme;
    DashboardHistory m_history;                    ///< of a dashboard with this one panel
    std::map<PanelType, PanelOptions> m_optionsOf; ///< that a type had before another was chosen
    QLabel *m_title;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QPushButton *m_discard;
    QPushButton *m_apply;
    PanelPreview *m_preview;
    QTabWidget *m_tabs;
    QueriesEdit *m_queries;
    TransformationsEdit *m_transformations;
    TypePicker *m_types;
    QLineEdit *m_search;
    OptionForm *m_panelForm;
    OptionForm *m_optionForm;
    OptionForm *m_fieldForm;
    OverridesEdit *m_overrides;
    QWidget *m_overridesBox = nullptr;
    QScrollArea *m_side = nullptr;
    QSplitter *m_split = nullptr;
    QSplitter *m_left = nullptr;
    QWidget *m_question = nullptr; ///< whether to lose the changes
    PanelInputs *m_inputs;
    QStringList m_variables;
    DashboardFeed::Question m_asked; ///< the data that the preview shows
    bool m_showing = false;
};

} // namespace sightglass
