// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/paneleditor.h"

#include "model/editing/newpanels.h"
#include "model/editing/optionfields.h"
#include "model/fields/displaynames.h"
#include "model/presentation/displaytext.h"
#include "widgets/editing/optionform.h"
#include "widgets/editing/overridesedit.h"
#include "widgets/editing/queriesedit.h"
#include "widgets/editing/transformationsedit.h"
#include "widgets/editing/typepicker.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace sightglass {

namespace {

constexpr int sideWidth = 330;

/// What means something only beside something else.
std::set<std::string, std::less<>> irrelevantOf(const PanelSpec &panel)
{
    std::set<std::string, std::less<>> pointers;
    if (panel.repeat.variable.empty())
        pointers.insert({"/panel/repeatDirection", "/panel/maxPerRow"});
    if (panel.timeFrom.empty() && panel.timeShift.empty())
        pointers.insert("/panel/hideTimeOverride");
    if (!asksQueries(panel.type()))
        pointers.insert({"/panel/interval", "/panel/maxDataPoints", "/panel/timeFrom", "/panel/timeShift"});
    return pointers;
}

std::set<std::string, std::less<>> irrelevantOf(const PanelOptions &options)
{
    std::set<std::string, std::less<>> pointers;
    if (const LegendOptions *legend = legendOf(options);
        legend != nullptr && legend->mode == LegendMode::Hidden)
        pointers.insert({"/legend/displayMode", "/legend/placement", "/legend/calcs", "/legend/width",
                         "/legend/sortBy", "/legend/sortDesc", "/legend/values"});
    if (const auto *heatmap = std::get_if<HeatmapOptions>(&options);
        heatmap != nullptr && !heatmap->calculation)
        pointers.insert({"/calculation/xBuckets/mode", "/calculation/xBuckets/value",
                         "/calculation/yBuckets/mode", "/calculation/yBuckets/value",
                         "/calculation/yBuckets/scale/type", "/calculation/yBuckets/scale/log",
                         "/calculation/yBuckets/scale/linearThreshold"});
    return pointers;
}

DashboardSpec holding(PanelSpec panel)
{
    DashboardSpec dashboard;
    dashboard.id = "edited";
    dashboard.panels.push_back(std::move(panel));
    return dashboard;
}

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    label->setContentsMargins(0, 8, 0, 0);
    return label;
}

} // namespace

PanelEditor::PanelEditor(EditingContext context, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_context(std::move(context))
    , m_theme(theme)
    , m_history(holding(newPanel(PanelType::TimeSeries)))
    , m_title(new QLabel(this))
    , m_undo(new QToolButton(this))
    , m_redo(new QToolButton(this))
    , m_discard(new QPushButton(tr("Discard"), this))
    , m_apply(new QPushButton(tr("Apply"), this))
    , m_preview(new PanelPreview(m_context, theme, this))
    , m_tabs(new QTabWidget(this))
    , m_queries(new QueriesEdit(m_context, theme))
    , m_transformations(new TransformationsEdit(theme))
    , m_types(new TypePicker(theme))
    , m_search(new QLineEdit(this))
    , m_panelForm(new OptionForm(theme))
    , m_optionForm(new OptionForm(theme))
    , m_fieldForm(new OptionForm(theme))
    , m_overrides(new OverridesEdit(theme))
    , m_inputs(new PanelInputs(m_context.pool, this))
{
    m_inputs->setEngine(m_context.engine);
    build();
    connectParts();
    m_panelForm->setFields(panelFields());
    showPanel();
}

PanelEditor::~PanelEditor() = default;

void PanelEditor::build()
{
    m_tabs->addTab(scrolled(m_queries, m_tabs), tr("Queries"));
    m_tabs->addTab(scrolled(m_transformations, m_tabs), tr("Transformations"));
    m_left = new QSplitter(Qt::Vertical, this);
    m_left->addWidget(m_preview);
    m_left->addWidget(m_tabs);
    m_left->setStretchFactor(0, 3);
    m_left->setStretchFactor(1, 2);
    m_left->setChildrenCollapsible(false);
    m_split = new QSplitter(Qt::Horizontal, this);
    m_split->addWidget(m_left);
    m_split->addWidget(buildSide());
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_split->setChildrenCollapsible(false);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(buildBar());
    box->addWidget(m_split, 1);
    setFocusPolicy(Qt::StrongFocus);
}

QWidget *PanelEditor::buildBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    row->addWidget(m_title, 1);
    m_undo->setText(QStringLiteral("↶"));
    m_redo->setText(QStringLiteral("↷"));
    m_undo->setAccessibleName(tr("Undo"));
    m_redo->setAccessibleName(tr("Redo"));
    m_undo->setToolTip(tr("Undo (Ctrl+Z)"));
    m_redo->setToolTip(tr("Redo (Ctrl+Shift+Z)"));
    for (QToolButton *button : {m_undo, m_redo}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    m_discard->setToolTip(tr("Leave the panel as it was (Escape)"));
    m_apply->setToolTip(tr("Take the panel into the dashboard (Ctrl+Return)"));
    m_apply->setDefault(true);
    row->addWidget(m_discard);
    row->addWidget(m_apply);
    // Asked in the bar, so that nothing blocks.
    m_question = new QWidget(bar);
    auto *question = new QHBoxLayout(m_question);
    question->setContentsMargins(0, 0, 0, 0);
    question->addWidget(new QLabel(tr("Lose the changes?"), m_question));
    auto *lose = new QPushButton(tr("Lose them"), m_question);
    auto *stay = new QPushButton(tr("Keep editing"), m_question);
    question->addWidget(lose);
    question->addWidget(stay);
    connect(lose, &QPushButton::clicked, this, [this] {
        m_question->hide();
        emit discarded();
    });
    connect(stay, &QPushButton::clicked, m_question, &QWidget::hide);
    m_question->hide();
    m_question->setObjectName(QStringLiteral("loseQuestion"));
    row->insertWidget(1, m_question);
    return bar;
}

QWidget *PanelEditor::buildSide()
{
    auto *content = new QWidget;
    auto *box = new QVBoxLayout(content);
    box->setContentsMargins(10, 6, 10, 10);
    box->setSpacing(6);
    m_search->setPlaceholderText(tr("Search options"));
    m_search->setAccessibleName(tr("Search options"));
    m_search->setClearButtonEnabled(true);
    box->addWidget(m_types);
    box->addWidget(m_search);
    box->addWidget(m_panelForm);
    box->addWidget(m_optionForm);
    box->addWidget(m_fieldForm);
    m_overridesBox = new QWidget(content);
    auto *overrides = new QVBoxLayout(m_overridesBox);
    overrides->setContentsMargins(0, 0, 0, 0);
    overrides->addWidget(heading(tr("Overrides"), m_overridesBox));
    overrides->addWidget(m_overrides);
    box->addWidget(m_overridesBox);
    box->addStretch(1);
    m_side = scrolled(content, this);
    m_side->setMinimumWidth(250);
    return m_side;
}

void PanelEditor::connectParts()
{
    connect(m_undo, &QToolButton::clicked, this, &PanelEditor::undo);
    connect(m_redo, &QToolButton::clicked, this, &PanelEditor::redo);
    connect(m_apply, &QPushButton::clicked, this, &PanelEditor::apply);
    connect(m_discard, &QPushButton::clicked, this, &PanelEditor::discard);
    connect(m_types, &TypePicker::chosen, this, &PanelEditor::chooseType);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (OptionForm *form : {m_panelForm, m_optionForm, m_fieldForm})
            form->setFilter(text);
        m_types->setVisible(text.isEmpty());
    });
    connect(m_queries, &QueriesEdit::changed, this,
            [this](const std::vector<PanelQuery> &queries, bool goesOn) {
                PanelSpec changed = panel();
                changed.queries = queries;
                take(std::move(changed), goesOn ? "queries" : "");
            });
    connect(m_transformations, &TransformationsEdit::changed, this,
            [this](const std::vector<TransformationSpec> &transformations, bool goesOn) {
                PanelSpec changed = panel();
                changed.transformations = transformations;
                take(std::move(changed), goesOn ? "transformations" : "");
            });
    connect(m_preview, &PanelPreview::answered, this, [this](const std::shared_ptr<const PanelData> &answer) {
        showChoices(*answer);
        askInputs();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &PanelEditor::askInputs);
    connect(m_inputs, &PanelInputs::answered, this,
            [this](const PanelInputs::Answer &inputs) { m_transformations->setInputs(*inputs); });
    connect(m_overrides, &OverridesEdit::changed, this,
            [this](const std::vector<FieldOverride> &overrides, bool goesOn) {
                PanelSpec changed = panel();
                changed.overrides = overrides;
                take(std::move(changed), goesOn ? "overrides" : "");
            });
    connect(m_panelForm, &OptionForm::changed, this,
            [this](const std::string &pointer, const QByteArray &json, bool goesOn) {
                if (auto changed = withPanelValue(panel(), pointer, json.toStdString()))
                    take(std::move(*changed), goesOn ? pointer : "");
            });
    connect(m_optionForm, &OptionForm::changed, this,
            [this](const std::string &pointer, const QByteArray &json, bool goesOn) {
                PanelSpec changed = panel();
                auto options = withOption(changed.options, pointer, json.toStdString());
                if (!options)
                    return;
                changed.options = std::move(*options);
                take(std::move(changed), goesOn ? pointer : "");
            });
    connect(m_fieldForm, &OptionForm::changed, this,
            [this](const std::string &pointer, const QByteArray &json, bool goesOn) {
                PanelSpec changed = panel();
                auto config = withConfigValue(changed.field, pointer, json.toStdString());
                if (!config)
                    return;
                changed.field = std::move(*config);
                take(std::move(changed), goesOn ? "field" + pointer : "");
            });
}

// ---- the panel

void PanelEditor::setPanel(const PanelSpec &panel)
{
    m_history = DashboardHistory(holding(panel));
    m_optionsOf.clear();
    m_question->hide();
    m_search->clear();
    showPanel();
}

void PanelEditor::take(PanelSpec panel, const std::string &gesture)
{
    if (m_showing)
        return;
    if (gesture.empty())
        m_history.endGesture();
    m_history.apply({holding(std::move(panel)), {}, {}, gesture});
    showPanel();
}

void PanelEditor::chooseType(PanelType type)
{
    const PanelSpec &before = panel();
    if (before.type() == type)
        return;
    m_optionsOf[before.type()] = before.options;
    PanelSpec changed = withType(before, type);
    // What was set for this type before is so again.
    if (const auto known = m_optionsOf.find(type); known != m_optionsOf.end())
        changed.options = known->second;
    take(std::move(changed), {});
}

/// All parts show what the panel is now.
void PanelEditor::showPanel()
{
    m_showing = true;
    const PanelSpec &now = panel();
    const QString title = displayText(std::string_view(now.title), 120);
    m_title->setText(title.isEmpty() ? tr("Edit panel") : tr("Edit “%1”").arg(title));
    m_undo->setEnabled(m_history.canUndo());
    m_redo->setEnabled(m_history.canRedo());
    m_preview->setPanel(now);
    m_types->setType(now.type());
    m_queries->setQueries(now.queries);
    m_transformations->setTransformations(now.transformations);
    m_tabs->setVisible(asksQueries(now.type()));
    m_optionForm->setFields(optionFields(now.type()));
    m_fieldForm->setFields(configFields(now.type()));
    m_overridesBox->setVisible(asksQueries(now.type()));
    m_overrides->setOverrides(now.overrides, now.type());
    m_panelForm->setValues(
        [&now](std::string_view pointer) { return QByteArray::fromStdString(panelValue(now, pointer)); });
    m_optionForm->setValues([&now](std::string_view pointer) {
        return QByteArray::fromStdString(optionValue(now.options, pointer));
    });
    m_fieldForm->setValues([&now](std::string_view pointer) {
        return QByteArray::fromStdString(configValue(now.field, pointer));
    });
    m_panelForm->setIrrelevant(irrelevantOf(now));
    m_optionForm->setIrrelevant(irrelevantOf(now.options));
    for (OptionForm *form : {m_panelForm, m_optionForm, m_fieldForm})
        form->setFilter(m_search->text());
    m_showing = false;
}

void PanelEditor::undo()
{
    m_history.undo();
    showPanel();
}

void PanelEditor::redo()
{
    m_history.redo();
    showPanel();
}

void PanelEditor::apply()
{
    emit applied(panel());
}

void PanelEditor::discard()
{
    if (!isChanged()) {
        emit discarded();
        return;
    }
    m_question->show();
    m_question->findChildren<QPushButton *>().back()->setFocus(Qt::OtherFocusReason);
}

// ---- the world around

void PanelEditor::setPresenter(PanelPreview::Presenter presenter)
{
    m_preview->setPresenter(std::move(presenter));
}

void PanelEditor::setColorBook(const std::shared_ptr<SeriesColorBook> &book)
{
    m_preview->setColorBook(book);
}

void PanelEditor::refresh(const DashboardFeed::Question &question)
{
    m_asked = question;
    m_preview->refresh(question);
}

void PanelEditor::setVariables(const std::vector<VariableSpec> &variables)
{
    m_variables.clear();
    for (const VariableSpec &variable : variables)
        m_variables << QString::fromStdString(variable.name);
    showChoices({});
}

void PanelEditor::askInputs()
{
    // Only names are wanted: not with every tick of what is not looked at.
    if (panel().transformations.empty() || !m_transformations->isVisible())
        return;
    m_inputs->ask(m_asked.snapshot, m_preview->shown(), m_asked.time);
}

void PanelEditor::showChoices(const PanelData &answer)
{
    constexpr qsizetype most = 500;
    FieldChoices choices;
    const auto add = [](QStringList &list, const std::string &name) {
        const QString text = QString::fromStdString(name);
        if (!text.isEmpty() && list.size() < most && !list.contains(text))
            list << text;
    };
    for (const PanelSeries &series : answer.series)
        add(choices.fields, series.name);
    if (answer.frames) {
        const DisplayNames names(*answer.frames);
        for (const Frame &frame : *answer.frames) {
            for (const Field &field : frame.fields)
                add(choices.fields, names.of(field, frame));
        }
    }
    for (const PanelQuery &query : panel().queries)
        add(choices.queries, query.refId);
    choices.variables = m_variables;
    for (OptionForm *form : {m_panelForm, m_optionForm, m_fieldForm})
        form->setChoices(choices);
    m_overrides->setChoices(choices);
}

void PanelEditor::setShownTime(const PanelTime &time)
{
    m_preview->setShownTime(time);
}

void PanelEditor::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_preview->setTheme(theme);
    m_types->setTheme(theme);
    m_queries->setTheme(theme);
    m_transformations->setTheme(theme);
    m_overrides->setTheme(theme);
    for (OptionForm *form : {m_panelForm, m_optionForm, m_fieldForm})
        form->setTheme(theme);
}

void PanelEditor::setTimeZone(const QTimeZone &zone)
{
    m_preview->setTimeZone(zone);
}

void PanelEditor::keyPressEvent(QKeyEvent *event)
{
    const bool again =
        event->key() == Qt::Key_Z && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    const bool applies = (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
                         event->modifiers().testFlag(Qt::ControlModifier);
    if (again || event->matches(QKeySequence::Redo))
        redo();
    else if (event->matches(QKeySequence::Undo))
        undo();
    else if (applies)
        apply();
    else if (event->key() == Qt::Key_Escape)
        m_question->isVisible() ? m_question->hide() : discard();
    else
        QWidget::keyPressEvent(event);
}

void PanelEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().isValid() && event->oldSize().width() > 0)
        return;
    m_split->setSizes({std::max(300, width() - sideWidth), sideWidth});
    m_left->setSizes({height() * 3 / 5, height() * 2 / 5});
}

} // namespace sightglass
