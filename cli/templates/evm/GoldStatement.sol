    /// @notice What a gold claim says, typed. Contributor root and count are 0 where the grader proves.
    struct Statement {
        uint256 scope;
        uint256 nullifier;
        uint256 message;
        uint256 amount;
        uint256 contributorRoot;
        uint256 contributorCount;
        uint256 goldCommitment;
        uint256 upperBound;
        uint256 goldCount;
        uint256 tolerance;
        uint256 answerCommitment;
    }

    /// @notice Whether a proof holds for a statement.
    /// @param statement The statement. Fields that do not fit their places in `terms` are refused.
    /// @param proof A, B, C as EIP-197 words.
    function verifyStatement(Statement calldata statement, uint256[8] calldata proof) external view returns (bool);
