// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/configdialog.h"

#include "model/presentation/displaytext.h"
#include "widgets/style/theme.h"
#include "widgets/views/fieldhint.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace sightglass {

namespace {

/// Kinds in their colours, and rows with some air.
class ReportDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int air = 8;
        constexpr int highest = 1000;
        QStyleOptionViewItem wrapped = option;
        const auto *view = qobject_cast<const QTreeView *>(option.widget);
        // The other columns are as wide as they need to be.
        if (view != nullptr && index.column() == ConfigReportModel::TextColumn)
            wrapped.rect = QRect(0, 0, view->columnWidth(index.column()) - air, highest);
        return QStyledItemDelegate::sizeHint(wrapped, index) + QSize(air, air);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state.setFlag(QStyle::State_HasFocus, false); // the row is selected, not the cell
        if (index.column() != ConfigReportModel::KindColumn)
            return;
        using Kind = ConfigReportLine::Kind;
        // Dialogs are not told the theme: its palette tells which one it is.
        const bool dark = desktopThemeKind(option->palette) == ThemeKind::Dark;
        const Theme theme = dark ? darkTheme() : lightTheme();
        const auto kind = static_cast<Kind>(index.data(ConfigReportModel::KindRole).toInt());
        if (kind == Kind::Broken)
            option->palette.setColor(QPalette::Text, theme.semantic(SemanticColor::Critical));
        else if (kind != Kind::RuleFile)
            option->palette.setColor(QPalette::Text, theme.semantic(SemanticColor::Warning));
    }
};

QLabel *plainLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString brokenText(const ConfigState &state)
{
    if (state.kind == FollowedKind::Rules)
        return state.ruleGroups.empty()
                   ? ConfigDialog::tr("The file is not in force: none of its rules is evaluated.")
                   : ConfigDialog::tr(
                         "The file as it is now is not in force; its last good rules are evaluated on.");
    return state.targets.empty()
               ? ConfigDialog::tr("The file is not in force: nothing of it is scraped.")
               : ConfigDialog::tr(
                     "The file as it is now is not in force; its last good targets are scraped on.");
}

} // namespace

ConfigDialog::ConfigDialog(const ConfigState &state, QWidget *parent)
    : QDialog(parent)
    , m_path(state.path)
    , m_model(new ConfigReportModel(this))
    , m_summary(plainLabel())
    , m_state(new FieldHint)
    , m_list(new QTreeView)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(displayText(QFileInfo(m_path).fileName()));
    resize(820, 420);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_state->setObjectName(QStringLiteral("state"));
    m_list->setObjectName(QStringLiteral("report"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ReportDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAccessibleName(tr("What there is to say of the file"));
    QLabel *path = plainLabel();
    path->setText(displayText(m_path, 1000));
    path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(tr("&Copy all"), QDialogButtonBox::ActionRole);
    QPushButton *closeFile =
        buttons->addButton(tr("Stop &following this file"), QDialogButtonBox::DestructiveRole);
    closeFile->setObjectName(QStringLiteral("closeFile"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(path);
    layout->addWidget(m_summary);
    layout->addWidget(m_state);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    // Texts wrap, so that a row's height follows from its width.
    connect(m_list->header(), &QHeaderView::sectionResized, m_list, &QTreeView::doItemsLayout);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_model->asText()); });
    connect(closeFile, &QPushButton::clicked, this, [this] {
        emit closeFileRequested(m_path);
        close();
    });
    setState(state);
}

void ConfigDialog::setState(const ConfigState &state)
{
    m_model->setState(state);
    QFont bold = font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_summary->setText(configSummary(state));
    if (state.broken)
        m_state->showProblem(brokenText(state));
    else if (m_model->rowCount() == 0)
        m_state->showHint(tr("Everything in this file is honoured."));
    else
        m_state->showHint({});
    m_list->header()->setSectionResizeMode(ConfigReportModel::KindColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(ConfigReportModel::PlaceColumn, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
}

} // namespace sightglass
