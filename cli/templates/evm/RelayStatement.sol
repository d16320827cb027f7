    /// @notice What a relay claim says, typed.
    struct Statement {
        uint256 scope;
        uint256 nullifier;
        uint256 message;
        uint256 amount;
        uint256 contributorRoot;
        uint256 contributorCount;
        uint256 attesterRoot;
        uint256 slot;
        uint256 slotWidth;
        uint256 attesters;
    }

    /// @notice Whether a proof holds for a statement.
    /// @param statement The statement. Fields that do not fit their places in `terms` are refused.
    /// @param proof A, B, C as EIP-197 words.
    function verifyStatement(Statement calldata statement, uint256[8] calldata proof) external view returns (bool);
