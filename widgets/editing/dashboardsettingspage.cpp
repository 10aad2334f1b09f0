// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/dashboardsettingspage.h"

#include "model/editing/dashboardediting.h"
#include "model/presentation/catalogsource.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "model/variables/grafanainterval.h"
#include "widgets/editing/optionform.h"
#include "widgets/editing/optiontexts.h"
#include "widgets/editing/queryfieldedit.h"
#include "widgets/editing/settingslist.h"
#include "widgets/editing/variablepreview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTimeZone>
#include <QVBoxLayout>

#include <variant>

namespace sightglass {

namespace {

constexpr int widestForm = 760;
constexpr std::size_t mostMetrics = 5000;
constexpr std::size_t mostLabels = 2000;
/// Any time: words are checked, not what they come to.
constexpr TimestampMs someTime = 1'763'733'600'000;

QString timeProblem(const DashboardSpec &dashboard)
{
    if (dashboard.timeFrom.empty() && dashboard.timeTo.empty())
        return {};
    const auto read = parseTimeRange(QString::fromStdString(dashboard.timeFrom),
                                     QString::fromStdString(dashboard.timeTo), someTime, QTimeZone::utc());
    const auto *problem = std::get_if<TimeWishProblem>(&read);
    if (problem == nullptr || *problem == TimeWishProblem::Ahead)
        return {};
    return *problem == TimeWishProblem::From ? DashboardSettingsPage::tr("“From” is no time, such as now-1h")
           : *problem == TimeWishProblem::To ? DashboardSettingsPage::tr("“To” is no time, such as now")
                                             : DashboardSettingsPage::tr("It ends before it begins");
}

QString durationProblem(const std::string &text)
{
    const bool good = text.empty() || text == "auto" || grafanaIntervalMs(text).has_value();
    return good ? QString() : DashboardSettingsPage::tr("No duration, such as 10s");
}

QString zoneProblem(const std::string &name)
{
    const QByteArray zone = QByteArray::fromStdString(name);
    const bool known = zone.isEmpty() || zone == "browser" || zone.compare("utc", Qt::CaseInsensitive) == 0 ||
                       QTimeZone(zone).isValid();
    return known ? QString() : DashboardSettingsPage::tr("No time zone, such as utc or Europe/Berlin");
}

} // namespace

DashboardSettingsPage::DashboardSettingsPage(DashboardDocument *document, const EditingContext &context,
                                             const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_general(new OptionForm(theme))
    , m_variables(new SettingsList(variableEntries(), theme))
    , m_annotations(new SettingsList(annotationEntries(), theme))
    , m_links(new SettingsList(linkEntries(), theme))
    , m_preview(new VariablePreview(context))
{
    build();
    m_variables->addBelow(m_preview);
    m_annotations->setMaker([this](const OptionField &field, const Theme &wanted, QWidget *owner) {
        return field.pointer == "/target/expr"
                   ? new QueryFieldEdit(m_context, optionHint(field), wanted, owner)
                   : nullptr;
    });
    connect(m_general, &OptionForm::changed, this,
            [this](const std::string &pointer, const QByteArray &json, bool goesOn) {
                if (!m_document)
                    return;
                if (const auto changed = withSetting(m_document->spec(), pointer, json.toStdString()))
                    apply(*changed, goesOn ? "settings" + pointer : "");
            });
    const auto follow = [this](SettingsList *list, const char *name) {
        connect(list, &SettingsList::changed, this,
                [this, name](const DashboardSpec &dashboard, const std::string &gesture) {
                    apply(dashboard, gesture.empty() ? "" : name + gesture);
                });
    };
    follow(m_variables, "variables");
    follow(m_annotations, "annotations");
    follow(m_links, "links");
    connect(m_variables, &SettingsList::currentChanged, this, &DashboardSettingsPage::showPreview);
    connect(m_preview, &VariablePreview::answered, this, [this] {
        if (!m_preview->problem().isEmpty()) {
            m_variables->setProblem("/query/query", m_preview->problem());
            m_variables->setProblem("/query", m_preview->problem());
        } else if (m_document) {
            m_variables->setDashboard(m_document->spec());
        }
    });
    connect(document, &DashboardDocument::changed, this, &DashboardSettingsPage::showDashboard);
    if (context.catalog != nullptr)
        connect(context.catalog, &CatalogSource::changed, this, &DashboardSettingsPage::showChoices);
    setTheme(theme);
    showDashboard();
}

void DashboardSettingsPage::build()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(10, 6, 10, 0);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto *back = new QPushButton(tr("Back to the dashboard"), this);
    back->setObjectName(QStringLiteral("backToDashboard"));
    back->setToolTip(tr("Everything is taken over already (Escape)"));
    connect(back, &QPushButton::clicked, this, &DashboardSettingsPage::closed);
    head->addWidget(m_title, 1);
    head->addWidget(back);
    auto *content = new QWidget;
    auto *box = new QHBoxLayout(content);
    box->setContentsMargins(12, 4, 12, 12);
    auto *column = new QVBoxLayout;
    column->addWidget(m_general);
    column->addStretch(1);
    m_general->setMaximumWidth(widestForm);
    box->addLayout(column, 4);
    box->addStretch(1);
    auto *scroll = new QScrollArea(m_tabs);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    m_tabs->addTab(scroll, tr("General"));
    m_tabs->addTab(m_variables, tr("Variables"));
    m_tabs->addTab(m_annotations, tr("Annotations"));
    m_tabs->addTab(m_links, tr("Links"));
    m_tabs->setDocumentMode(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
}

void DashboardSettingsPage::showSection(Section section)
{
    m_tabs->setCurrentIndex(static_cast<int>(section));
}

void DashboardSettingsPage::apply(const DashboardSpec &dashboard, const std::string &gesture)
{
    if (!m_document)
        return;
    if (gesture.empty())
        m_document->endGesture();
    DashboardEdit edit = settingsChanged(m_document->spec(), [](DashboardSpec &) {});
    // Panels too: a variable's uses follow its name.
    edit.spec = dashboard;
    edit.gesture = gesture;
    m_document->apply(std::move(edit));
}

void DashboardSettingsPage::showDashboard()
{
    if (!m_document)
        return;
    const DashboardSpec &dashboard = m_document->spec();
    m_title->setText(tr("Settings of “%1”").arg(displayText(std::string_view(dashboard.title), 100)));
    m_variables->setDashboard(dashboard);
    m_annotations->setDashboard(dashboard);
    m_links->setDashboard(dashboard);
    const auto count = [this](int tab, const QString &name, std::size_t number) {
        m_tabs->setTabText(tab, number == 0 ? name : QStringLiteral("%1 (%2)").arg(name).arg(number));
    };
    count(1, tr("Variables"), dashboard.variables.size());
    count(2, tr("Annotations"), dashboard.annotations.size());
    count(3, tr("Links"), dashboard.links.size());
    showGeneral();
    showPreview();
    showChoices();
}

void DashboardSettingsPage::showGeneral()
{
    const DashboardSpec &dashboard = m_document->spec();
    m_general->setFields(settingFields(dashboard));
    m_general->setValues([&dashboard](std::string_view pointer) {
        return QByteArray::fromStdString(settingValue(dashboard, pointer));
    });
    const QString range = timeProblem(dashboard);
    m_general->setProblem("/time/to", range);
    m_general->setProblem("/refresh", durationProblem(dashboard.refresh));
    m_general->setProblem("/timezone", zoneProblem(dashboard.timezone));
    m_general->setProblem("/timepicker/nowDelay", durationProblem(dashboard.nowDelay));
    m_general->setProblem("/title", dashboard.title.empty() ? tr("A dashboard needs a title.") : QString());
}

void DashboardSettingsPage::showPreview()
{
    const auto &variables = m_document->spec().variables;
    const int at = m_variables->current();
    const bool any = at >= 0 && at < static_cast<int>(variables.size()) &&
                     variables[static_cast<std::size_t>(at)].type != VariableType::AdHoc;
    m_preview->setVariables(variables, any ? variables[static_cast<std::size_t>(at)].name : std::string());
}

void DashboardSettingsPage::showChoices()
{
    FieldChoices choices;
    m_hasLabels = m_question.snapshot != nullptr;
    if (m_question.snapshot) {
        for (const std::string &name : m_question.snapshot->labelNames()) {
            if (choices.labels.size() < static_cast<qsizetype>(mostLabels))
                choices.labels << QString::fromStdString(name);
        }
    }
    if (m_context.catalog != nullptr) {
        for (const MetricEntry &metric : m_context.catalog->catalog()->metrics().first(
                 std::min(m_context.catalog->catalog()->metrics().size(), mostMetrics)))
            choices.metrics << QString::fromStdString(metric.name);
    }
    if (m_document) {
        for (const PanelSpec &panel : m_document->spec().panels) {
            bool isNumber = false;
            const int id = QString::fromStdString(panel.id).toInt(&isNumber);
            if (isNumber && panel.type() != PanelType::Row)
                choices.panels.emplace_back(id, QString::fromStdString(panel.title));
        }
    }
    m_variables->setChoices(choices);
    m_annotations->setChoices(choices);
}

void DashboardSettingsPage::refresh(const DashboardFeed::Question &question)
{
    m_question = question;
    m_preview->refresh(question);
    if (!m_hasLabels && question.snapshot)
        showChoices();
}

void DashboardSettingsPage::setTheme(const Theme &theme)
{
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.window);
    setPalette(palette);
    m_general->setTheme(theme);
    for (SettingsList *list : {m_variables, m_annotations, m_links})
        list->setTheme(theme);
}

void DashboardSettingsPage::keyPressEvent(QKeyEvent *event)
{
    const bool again =
        event->key() == Qt::Key_Z && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (m_document && (again || event->matches(QKeySequence::Redo)))
        m_document->redo();
    else if (m_document && event->matches(QKeySequence::Undo))
        m_document->undo();
    else if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sightglass
