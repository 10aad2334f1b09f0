// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/notifydialog.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "parser/base/durationtext.h"
#include "widgets/views/fieldhint.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

QLineEdit *field(const char *name, const QString &text)
{
    auto *edit = new QLineEdit(text);
    edit->setObjectName(QLatin1String(name));
    edit->setMaxLength(2000);
    return edit;
}

QPlainTextEdit *lines(const char *name, const QString &text, const QString &example)
{
    auto *edit = new QPlainTextEdit(text);
    edit->setObjectName(QLatin1String(name));
    edit->setPlaceholderText(example);
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    return edit;
}

FieldHint *hint(const QString &text)
{
    auto *label = new FieldHint;
    label->showHint(text);
    return label;
}

QString durationText(std::int64_t milliseconds)
{
    return QString::fromStdString(formatDurationMs(milliseconds));
}

std::int64_t durationOf(const QLineEdit &edit)
{
    const QString text = edit.text().trimmed();
    return text == QLatin1String("0") ? 0 : parseDurationMs(text.toStdString()).value_or(-1);
}

QStringList linesOf(const QPlainTextEdit &edit)
{
    QStringList result;
    for (const QString &line : edit.toPlainText().split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            result << line.trimmed();
    }
    return result;
}

} // namespace

NotifyDialog::NotifyDialog(const NotifySettings &settings, const Senders &senders, SendersCheck check,
                           QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_check(std::move(check))
    , m_wait(field("groupWait", durationText(settings.groupWaitMs)))
    , m_interval(field("groupInterval", durationText(settings.groupIntervalMs)))
    , m_repeat(field("repeatInterval", durationText(settings.repeatIntervalMs)))
    , m_resolved(new QCheckBox(tr("Tell when alerts are &over")))
    , m_sound(new QCheckBox(tr("With a &sound")))
    , m_quiet(lines("quietHours", QString::fromStdString(settings.quietHours),
                    QStringLiteral("monday:friday 22:00-07:00\nsaturday:sunday")))
    , m_inhibit(lines("inhibitRules", QString::fromStdString(settings.inhibitRules),
                      QStringLiteral("severity=\"critical\" mutes severity=\"warning\" equal instance, job")))
    , m_alertmanagers(lines("alertmanagers", senders.alertmanagers.join(QLatin1Char('\n')),
                            QStringLiteral("http://127.0.0.1:9093")))
    , m_webhooks(lines("webhooks", senders.webhooks.join(QLatin1Char('\n')),
                       QStringLiteral("https://example.org/hook")))
    , m_command(field("command", senders.command))
    , m_tabs(new QTabWidget)
    , m_problem(new FieldHint)
    , m_forSession(new QPushButton(tr("Keep for this session only")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Being told of alerts"));
    resize(640, 480);
    QStringList labels;
    for (const std::string &label : settings.groupBy)
        labels << QString::fromStdString(label);
    m_groupBy = field("groupBy", labels.join(QStringLiteral(", ")));
    m_resolved->setChecked(settings.sendResolved);
    m_sound->setObjectName(QStringLiteral("sound"));
    m_sound->setChecked(settings.sound);
    m_tabs->addTab(desktopPage(), tr("&Desktop"));
    m_tabs->addTab(quietPage(), tr("&Quiet"));
    m_tabs->addTab(sendersPage(), tr("O&thers"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    buttons->addButton(m_forSession, QDialogButtonBox::ActionRole);
    m_forSession->setObjectName(QStringLiteral("forSession"));
    m_forSession->setAutoDefault(false);
    m_forSession->hide();
    m_problem->setObjectName(QStringLiteral("notice"));
    connect(m_forSession, &QPushButton::clicked, this, [this] { submit(Keeping::ForSession); });
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { submit(Keeping::InStore); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    for (QLineEdit *edit : {m_groupBy, m_wait, m_interval, m_repeat, m_command})
        connect(edit, &QLineEdit::textChanged, this, &NotifyDialog::validate);
    for (QPlainTextEdit *edit : {m_quiet, m_inhibit, m_alertmanagers, m_webhooks})
        connect(edit, &QPlainTextEdit::textChanged, this, &NotifyDialog::validate);
    validate();
}

QWidget *NotifyDialog::desktopPage()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->addRow(tr("&Group by labels"), m_groupBy);
    form->addRow(QString(),
                 hint(tr("Alerts that have them in common are one notification; ... keeps each by itself.")));
    form->addRow(tr("&Wait for more of a group"), m_wait);
    form->addRow(tr("&Look at a group every"), m_interval);
    form->addRow(tr("&Repeat what still fires every"), m_repeat);
    form->addRow(QString(), m_resolved);
    form->addRow(QString(), m_sound);
    auto *test = new QPushButton(tr("&Try it"));
    test->setObjectName(QStringLiteral("tryIt"));
    connect(test, &QPushButton::clicked, this, &NotifyDialog::testRequested);
    auto *row = new QHBoxLayout;
    row->addWidget(test);
    row->addStretch();
    form->addRow(QString(), row);
    return page;
}

QWidget *NotifyDialog::quietPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    auto *quiet =
        new QLabel(tr("Quiet &hours, one interval per line: days, times, and a zone if it is not yours"));
    quiet->setBuddy(m_quiet);
    auto *inhibit =
        new QLabel(tr("&Inhibition, one rule per line: what fires mutes what has the same labels"));
    inhibit->setBuddy(m_inhibit);
    for (QLabel *label : {quiet, inhibit})
        label->setWordWrap(true);
    layout->addWidget(quiet);
    layout->addWidget(m_quiet, 1);
    layout->addWidget(inhibit);
    layout->addWidget(m_inhibit, 1);
    return page;
}

QWidget *NotifyDialog::sendersPage()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    for (QPlainTextEdit *edit : {m_alertmanagers, m_webhooks})
        edit->setMaximumHeight(edit->fontMetrics().height() * 4);
    form->addRow(tr("&Alertmanagers"), m_alertmanagers);
    form->addRow(tr("Web&hooks"), m_webhooks);
    form->addRow(QString(),
                 hint(tr("One address per line. Users, passwords, queries and the paths of webhooks "
                         "go into the system's secret store; *** stands for them here.")));
    form->addRow(tr("&Command"), m_command);
    form->addRow(QString(),
                 hint(tr("Started for each notification, without a shell, with Alertmanager's payload "
                         "on its standard input.")));
    m_states = new QTableWidget(0, 3);
    m_states->setObjectName(QStringLiteral("senderStates"));
    m_states->setAccessibleName(tr("What became of it"));
    m_states->setHorizontalHeaderLabels({tr("Sender"), tr("State"), tr("Problem")});
    m_states->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_states->setSelectionMode(QAbstractItemView::NoSelection);
    m_states->setTabKeyNavigation(false);
    m_states->setShowGrid(false);
    m_states->verticalHeader()->hide();
    m_states->horizontalHeader()->setStretchLastSection(true);
    m_states->setColumnWidth(0, 30 * fontMetrics().averageCharWidth());
    m_states->setColumnWidth(1, 26 * fontMetrics().averageCharWidth());
    form->addRow(m_states);
    return page;
}

NotifySettings NotifyDialog::settings() const
{
    NotifySettings edited = m_settings;
    edited.groupBy.clear();
    for (const QString &label : m_groupBy->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!label.trimmed().isEmpty())
            edited.groupBy.push_back(label.trimmed().toStdString());
    }
    edited.groupWaitMs = std::max<std::int64_t>(durationOf(*m_wait), 0);
    edited.groupIntervalMs = std::max<std::int64_t>(durationOf(*m_interval), 0);
    edited.repeatIntervalMs = std::max<std::int64_t>(durationOf(*m_repeat), 0);
    edited.sendResolved = m_resolved->isChecked();
    edited.sound = m_sound->isChecked();
    edited.quietHours = m_quiet->toPlainText().toStdString();
    edited.inhibitRules = m_inhibit->toPlainText().toStdString();
    return edited;
}

NotifyDialog::Senders NotifyDialog::senders() const
{
    return {linesOf(*m_alertmanagers), linesOf(*m_webhooks), m_command->text().trimmed()};
}

void NotifyDialog::validate()
{
    if (m_isBusy)
        return;
    QString problem;
    const NotifySettings edited = settings();
    const auto quiet = quietHours(edited.quietHours, {});
    const auto inhibit = inhibitRules(edited.inhibitRules);
    if (std::min({durationOf(*m_wait), durationOf(*m_interval), durationOf(*m_repeat)}) < 0)
        problem = tr("A duration is a number with a unit, such as 30s, 5m or 4h.");
    else if (!quiet)
        problem = tr("Quiet hours: %1").arg(errorText(quiet.error()));
    else if (!inhibit)
        problem = tr("Inhibition: %1").arg(errorText(inhibit.error()));
    else if (m_check)
        problem = m_check(senders());
    if (m_ok != nullptr)
        m_ok->setEnabled(problem.isEmpty());
    m_forSession->hide();
    if (problem.isEmpty())
        m_problem->showHint({});
    else
        m_problem->showProblem(problem);
}

void NotifyDialog::submit(Keeping keeping)
{
    if (m_isBusy || !m_ok->isEnabled())
        return;
    setEditable(false);
    m_problem->showHint(tr("Asking the secret store…"));
    emit submitted(settings(), senders(), keeping);
}

void NotifyDialog::setEditable(bool editable)
{
    m_isBusy = !editable;
    m_tabs->setEnabled(editable);
    m_ok->setEnabled(editable);
    m_forSession->setEnabled(editable);
}

void NotifyDialog::refuse(const QString &problem)
{
    setEditable(true);
    validate();
    m_problem->showProblem(
        tr("The secret could not be kept: %1. It can be kept for this session only: then the "
           "address is to be typed again next time.")
            .arg(problem));
    m_forSession->show();
}

void NotifyDialog::setSenderStates(const std::vector<SenderLine> &senderLines)
{
    m_states->setRowCount(static_cast<int>(senderLines.size()));
    for (std::size_t i = 0; i < senderLines.size(); ++i) {
        const SenderLine &line = senderLines[i];
        const QString state = line.isWell ? line.state : QStringLiteral("⚠ ") + line.state;
        const QStringList texts = {line.name, state, line.problem};
        for (int column = 0; column < texts.size(); ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            item->setToolTip(plainToolTip(texts[column]));
            m_states->setItem(static_cast<int>(i), column, item);
        }
    }
}

} // namespace sightglass
